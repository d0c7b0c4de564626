"""Every mistake in `broken_flows`, one a file: the file's docstring is the message, one paragraph a finding.

`{facts}` stands for the names of all known facts.
"""

import runpy
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from bot.engine.check import check, check_all
from flows.conditions import BrokenFlow
from flows.known_facts import KNOWN_FACTS
from flows.language import conversation

GALLERY = Path(__file__).parent / "broken_flows"
MISTAKES = sorted(str(path.relative_to(GALLERY).with_suffix("")) for path in GALLERY.rglob("*.py"))
PLACEHOLDERS = ("host", "name")


def _findings(mistake: dict[str, Any]) -> Sequence[str]:
    if "FLOWS" in mistake:
        return [str(finding) for finding in check_all(mistake["FLOWS"], placeholders=PLACEHOLDERS)]
    try:
        flow = mistake.get("FLOW") or conversation("broken", title="Broken", expires_after_days=5)(mistake["script"])
    except BrokenFlow as error:
        return [str(error)]
    norwegian = mistake.get("NORWEGIAN", {})
    findings = check(
        flow,
        known={"broken", "urgent"},
        placeholders=PLACEHOLDERS,
        languages=("nb",) if norwegian else (),
        translate=lambda context, english, language: norwegian.get(context),
    )
    return [str(finding) for finding in findings]


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_with_its_remedy(mistake: str) -> None:
    found = runpy.run_path(str(GALLERY / f"{mistake}.py"))
    paragraphs = found["__doc__"].replace("{facts}", ", ".join(sorted(KNOWN_FACTS))).split("\n\n")
    assert list(_findings(found)) == [" ".join(paragraph.split()) for paragraph in paragraphs]


def test_the_gallery_is_not_empty() -> None:
    assert len(MISTAKES) > 50
