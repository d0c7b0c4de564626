FROM python:3.13-slim

WORKDIR /app
COPY requirements.txt ./
RUN pip install --no-cache-dir --require-hashes --requirement requirements.txt
COPY . ./
RUN pip install --no-cache-dir --no-deps --no-build-isolation .

# Settings, database and key file lie in the volume; relative names in config.toml are counted from its folder.
RUN useradd --system --uid 10001 --no-create-home placemate && install --directory --owner placemate /data
USER placemate
WORKDIR /data
VOLUME /data

# Inside the container only; what the host publishes is compose.yaml's to say.
ENV PLACEMATE_WEB__LISTEN=0.0.0.0:8080
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8080/healthz', timeout=4)"]

ENTRYPOINT ["placemate"]
CMD ["run"]
