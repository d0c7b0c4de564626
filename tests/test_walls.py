"""The import walls stand, and each of them would fall to the import it is there to stop."""

from pathlib import Path
from typing import Any

import pytest
from grimp import ImportGraph
from importlinter.application.app_config import settings
from importlinter.cli import lint_imports

PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"


def exit_code(*contracts: str) -> int:
    return lint_imports(
        config_filename=str(PYPROJECT), limit_to_contracts=contracts, no_cache=True, is_debug_mode=True, no_logo=True
    )


class GraphWithOneMoreImport:
    """Builds the tree's own import graph and adds an import that nobody has written."""

    def __init__(self, builder: Any, importer: str, imported: str) -> None:
        self.builder, self.importer, self.imported = builder, importer, imported

    def build(self, **options: Any) -> ImportGraph:
        graph: ImportGraph = self.builder.build(**options)
        graph.add_import(importer=self.importer, imported=self.imported)
        return graph


def test_the_walls_stand(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code() == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("contract", "importer", "imported"),
    [
        ("floors", "bot.clock", "bot.log"),
        ("floors", "bot.engine", "bot.intake"),
        ("floors", "bot.schedule", "bot.delivery"),
        ("floors", "bot.cases", "bot.adapters.slack"),
        ("floors", "bot.delivery", "bot.a_module_without_a_floor"),
        ("whole", "storage", "flows"),
        ("whole", "flows", "bot.clock"),
        ("pure", "flows.catalogue", "random"),
        ("pure", "bot.engine.machine", "time"),
        ("pure", "bot.engine.turn", "storage"),
        ("telegram", "bot.delivery", "telegram"),
        ("slack", "bot.cases", "slack_sdk"),
        ("slack", "bot.adapters.telegram", "slack_bolt"),
        ("apscheduler", "bot.delivery", "apscheduler"),
        ("transitions", "bot.cases", "transitions"),
        ("scipy", "bot.mentoring.pool", "scipy"),
        ("adapters", "bot.adapters.browser", "bot.adapters.telegram"),
        ("adapters", "bot.adapters.form", "bot.adapters.browser"),
    ],
)
def test_a_wall_falls_to_the_import_it_is_there_to_stop(
    contract: str, importer: str, imported: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder = GraphWithOneMoreImport(settings.GRAPH_BUILDER, importer, imported)
    monkeypatch.setitem(settings._config, "GRAPH_BUILDER", builder)
    assert exit_code(contract) == 1
