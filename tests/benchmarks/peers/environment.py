"""A scratch environment with a peer's packages and nothing else."""

import subprocess
import sys
from pathlib import Path

ECHO = "python-telegram-bot==22.8"


def make(folder: Path, *packages: str) -> Path:
    """Make it with uv, which the development environment holds; gives its interpreter."""
    uv = Path(sys.executable).with_name("uv")
    subprocess.run([uv, "venv", "--quiet", "--python", sys.executable, folder], check=True)
    python = folder / "bin" / "python"
    subprocess.run([uv, "pip", "install", "--quiet", "--python", python, *packages], check=True)
    return python
