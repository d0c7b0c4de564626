"""The words by which a goal says until when, what will be there, and who will see it; English and Norwegian together.

They mix in one sentence, so nobody asks which language it is in. Names of months and days come from babel.
`bot/engine/readings` looks for them.
"""

DEADLINES = (
    "by", "before", "until", "till", "within", "no later than", "at the latest", "end of",
    "innen", "før", "senest", "frem til", "fram til", "slutten av", "utgangen av",
)  # fmt: skip
COMING = (
    "this", "next", "coming", "in the course of",
    "denne", "dette", "neste", "kommende", "førstkommende", "til", "i løpet av",
)  # fmt: skip
AT = ("in", "on", "during", "middle of", "start of", "på", "midten av", "starten av")
BETWEEN = (
    "the", "a", "an", "my", "our", "of", "end", "last", "first", "this", "next", "coming",
    "av", "den", "det", "en", "et", "denne", "neste", "slutten", "utgangen", "siste", "første",
)  # fmt: skip
"""What may stand between one of these words and the span it belongs to."""

SPANS = (
    "week", "weekend", "month", "term", "semester", "year", "spring", "summer", "autumn", "winter", "christmas",
    "easter", "new year", "midterm", "mid-term", "midway", "half-time",
    "uke", "uken", "uka", "helg", "helgen", "helga", "måned", "måneden", "termin", "terminen", "semesteret", "år",
    "året", "våren", "sommer", "sommeren", "høsten", "vinteren", "jul", "julen", "jula", "påske", "påsken", "nyttår",
)  # fmt: skip
"""Spans that end, after a deadline or "this" and "next"."""
STAY = ("internship", "placement", "stay", "praksisen", "praksisperioden", "praksisoppholdet", "oppholdet", "perioden")
"""What she is in anyhow: only a deadline makes it a date."""
UNITS = ("day", "days", "week", "weeks", "month", "months", "dag", "dager", "uke", "uker", "måned", "måneder")
SOME = (
    "a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "a few", "a couple of",
    "en", "én", "ei", "to", "tre", "fire", "fem", "seks", "sju", "syv", "åtte", "ni", "ti", "noen", "noen få", "et par",
)  # fmt: skip
AHEAD = ("in", "within", "after", "for", "next", "over", "om", "innen", "etter", "neste", "i løpet av", "i")
NOW = ("today", "tonight", "tomorrow", "i dag", "i kveld", "i morgen")
NUMBERED = ("week", "uke")

THINGS_EN = (
    "analysis", "app", "article", "blog", "board", "budget", "campaign", "certificate", "chart", "checklist", "code",
    "contract", "course", "customer", "dashboard", "database", "demo", "design", "document", "drawing", "essay",
    "event", "exam", "feature", "guide", "interview", "invoice", "list", "manual", "meeting", "model", "newsletter",
    "offer", "page", "pitch", "plan", "portfolio", "poster", "presentation", "process", "product", "programme",
    "project", "proposal", "prototype", "release", "report", "routine", "schedule", "script", "spreadsheet", "summary",
    "survey", "system", "talk", "task", "test", "text", "tool", "translation", "tutorial", "video", "website",
    "workshop",
)  # fmt: skip
THINGS_NB = (
    "analyse", "applikasjon", "artikkel", "artikler", "arrangement", "avtale", "brev", "budsjett", "database",
    "dokument", "eksamen", "faktura", "foredrag", "forslag", "funksjon", "håndbok", "intervju", "kampanje",
    "kontrakt", "kode", "kunde", "kurs", "liste", "løsning", "manual", "modell", "møte", "nettside", "oppgave",
    "oppsummering", "oversikt", "plakat", "plan", "portefølje", "presentasjon", "produkt", "prosjekt", "prosess",
    "prototyp", "rapport", "regneark", "rutine", "sertifikat", "side", "skript", "system", "tavle", "tegning", "tekst",
    "test", "tilbud", "undersøkelse", "veileder", "veiledning", "verksted", "verktøy", "video",
)  # fmt: skip
"""What can lie on a table; Norwegian ones also at the end of a compound."""
FINISHED = (
    "finished", "finish", "completed", "complete", "delivered", "deliver", "handed in", "hand in", "submitted",
    "submit", "published", "publish", "presented", "written", "built", "build", "created", "create", "set up",
    "launched", "launch", "passed", "pass", "signed", "ready", "in place", "in use",
    "ferdig", "fullført", "fullføre", "levert", "levere", "innlevert", "publisert", "publisere", "presentert",
    "presentere", "skrevet", "bygget", "bygd", "bygge", "laget", "lagd", "lage", "lansert", "bestått", "bestå",
    "signert", "på plass", "i bruk", "klar",
)  # fmt: skip
VAGUE = (
    "better", "more", "improve", "improving", "learn", "learning", "understand", "understanding", "know", "confident",
    "confidence", "good at", "grow", "experience",
    "bedre", "mer", "forbedre", "lære", "lærer", "forstå", "forstår", "kjenne", "trygg", "tryggere", "flink",
    "flinkere", "vokse", "erfaring", "god på", "god til",
)  # fmt: skip
"""With one of these nobody can tell when it is done, unless it is counted or can be done alone."""
CAN = ("can", "able to", "know how to", "manage", "kan", "kunne", "klarer", "klare", "greier", "greie")
ALONE = (
    "alone", "on my own", "by myself", "myself", "without help", "without asking", "independently",
    "selv", "alene", "på egen hånd", "uten hjelp", "uten å spørre", "selvstendig",
)  # fmt: skip

SEERS = (
    "supervisor", "manager", "boss", "team", "colleague", "colleagues", "customer", "customers", "client", "clients",
    "mentor", "coordinator", "teacher", "others", "people", "everyone", "users",
    "veileder", "veilederen", "leder", "lederen", "sjef", "sjefen", "teamet", "kollega", "kollegaer", "kolleger",
    "kollegene", "kunde", "kunden", "kunder", "kundene", "mentoren", "koordinator", "koordinatoren", "lærer",
    "læreren", "andre", "folk", "alle", "brukere", "brukerne",
)  # fmt: skip
SEEING = (
    "see", "sees", "show", "shows", "approve", "approves", "approved", "feedback", "confirm", "confirms", "say",
    "says", "tell", "tells", "notice", "notices", "review", "reviews", "reviewed", "check", "checks", "use", "uses",
    "read", "reads", "ask", "asks",
    "se", "ser", "vise", "viser", "godkjenne", "godkjenner", "godkjent", "tilbakemelding", "tilbakemeldinger",
    "bekrefte", "bekrefter", "bekreftet", "si", "sier", "merke", "merker", "lese", "leser", "bruke", "bruker", "spør",
    "sjekker",
)  # fmt: skip
"""Somebody sees it where one of both kinds stands in it."""
