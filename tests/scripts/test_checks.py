"""Every check turns red on a bad sample, names its place, and is quiet about a good one."""

from pathlib import Path

import pytest

from scripts.check import OWN_CHECKS, ROOT, problems

LONG_FUNCTION = "def long():\n" + "    a = 1\n" * 40
CLEAN = {
    "samspil/__init__.py": "",
    "samspil/lib/__init__.py": "",
    "samspil/lib/clock.py": "import datetime\n\n\ndef now():\n    return datetime.datetime.now(datetime.UTC)\n",
    "samspil/cases/__init__.py": "",
    "samspil/cases/models.py": "class Case:\n    opened = 'asked of the clock, never now'\n",
    "samspil/cases/views.py": '"""What was shown before now() is kept."""\nfrom samspil.cases import queries\n',
    "samspil/cases/templates/cases/case.html": "<p>{{ case }}</p>\n",
    "samspil/cases/sql/10_open_cases.sql": "-- Not now().\nselect 'Åben', \"Key\" from cases_case;\n",
    "samspil/authority/sql/10_clock.sql": "create function samspil_now() as $$ select statement_timestamp() $$;\n",
    "organisations/lillerup.toml": '[[bodies]]\nname = "Kriminalrådet {unit}"\n\n[[functions]]\nname = "leder"\n',
    "requirements/base.txt": "django==5.2.1 --hash=sha256:ab\n",
    "README.md": "Run it at http://localhost:8000/hjem/ and read https://www.retsinformation.dk/eli/lta/2018/503.\n",
}
REGISTRY = "pypi" + ".org"
LATER = "TO" + "DO"

BAD = [
    ("size", "samspil/cases/queries.py", "a = 1\n" * 301, "samspil/cases/queries.py: 301 lines, at most 300"),
    ("size", "samspil/cases/rules.py", LONG_FUNCTION, "samspil/cases/rules.py:1: long has 41 lines, at most 40"),
    ("size", "samspil/cases/templates/cases/list.html", "<p>\n" * 121, "list.html: 121 lines, at most 120"),
    ("names", "samspil/cases/utils.py", "", "samspil/cases/utils.py: name it after what it holds, not 'utils'"),
    ("names", "samspil/lib/date_helpers.py", "", "not 'date_helpers'"),
    ("names", "tests/common/test_x.py", "", "not 'common'"),
    (
        "names",
        "samspil/cases/models/case.py",
        "class CaseEvent:\n    pass\n",
        "CaseEvent: software has taken the word Event",
    ),
    ("names", "samspil/cases/rules.py", "\nclass User:\n    pass\n", "rules.py:2: User: software has taken"),
    ("time", "samspil/cases/rules.py", "from datetime import date\nd = date.today()\n", "rules.py:2: date.today"),
    ("time", "samspil/cases/rules.py", "import datetime\nd = datetime.datetime.now()\n", "rules.py:2: datetime.now"),
    ("time", "samspil/cases/models.py", "opened = DateTimeField(default=timezone.now)\n", "timezone.now"),
    ("time", "samspil/cases/models.py", "opened = DateTimeField(auto_now_add=True)\n", "auto_now_add"),
    ("time", "samspil/cases/queries.py", "from django.db.models.functions import Now\n", "queries.py:1: Now"),
    ("time", "samspil/cases/queries.py", "SQL = 'select 1 where opened < now()'\n", "now("),
    ("time", "tests/cases/test_x.py", "timezone.localdate()\n", "timezone.localdate"),
    ("time", "samspil/cases/sql/10_open_cases.sql", "select current_date\n", "sql:1: current_date: ask samspil_now()"),
    ("time", "samspil/cases/templates/cases/case.html", "\n{% now 'Y' %}\n", "case.html:2"),
    ("places", "requirements/base.txt", f"--index-url https://{REGISTRY}/simple\n", f"names the registry {REGISTRY}"),
    ("places", "samspil/cases/rules.py", "FOLDER = '" + "/home" + "/anne/samspil'\n", "a place outside the project"),
    (
        "places",
        "docs/architecture.md",
        "See ../" + "shared" + "/design.\n",
        "docs/architecture.md:1: names a place outside",
    ),
    (
        "municipal",
        "samspil/cases/rules.py",
        "WHERE = 'Tag det op i kriminalrådet'\n",
        "rules.py:1: kriminalrådet: the name",
    ),
    (
        "municipal",
        "samspil/cases/templates/cases/case.html",
        "\n<p>Unge på 13-17 år</p>\n",
        "case.html:2: 13-17 år: an age",
    ),
    ("municipal", "samspil/cases/rules.py", "WHY = 'Efter § 115'\n", "a paragraph or an act of law"),
    (
        "municipal",
        "samspil/cases/rules.py",
        "WHY = f'Svar inden {1} eller 3 hverdage'\n",
        "3 hverdage: a number of days",
    ),
    ("municipal", "samspil/cases/rules.py", "WHEN = 'Vi mødes fire gange om året'\n", "gange om året: a rhythm"),
    ("municipal", "samspil/cases/sql/10_open_cases.sql", "select 'Ring til SSP'\n", "Ring til SSP: whom to call"),
    (
        "sql",
        "samspil/cases/sql/10_open_cases.sql",
        "-- Good.\nSELECT 1\n",
        "sql:2: SELECT: SQL is written in lower case",
    ),
    ("sql", "samspil/cases/sql/OpenCases.sql", "select 1\n", "OpenCases.sql: name it"),
    ("excuses", "samspil/cases/rules.py", "a = 1  # noqa\n", "rules.py:1: name the rule and give the reason"),
    ("excuses", "samspil/cases/rules.py", "a = 1  # noqa: E501\n", "rules.py:1: name the rule and give the reason"),
    ("excuses", "samspil/cases/rules.py", "a = 1  # type: ignore[misc]\n", "rules.py:1: name the rule"),
    ("excuses", "samspil/cases/rules.py", f"a = 1  # {LATER} later\n", "rules.py:1: do it now or file it"),
    ("excuses", "samspil/ui/static/ui.js", f"// {LATER}\n", "ui.js:1: do it now or file it"),
    ("excuses", "tests/cases/test_x.py", "import pytest\n\n@pytest.mark.skip\ndef test(): ...\n", "skip: a test runs"),
    ("excuses", "tests/cases/test_x.py", "def test():\n    assert True\n", "test_x.py:2: this assert cannot fail"),
    ("layout", "samspil/cases/services.py", "", "samspil/cases/services.py: not a shelf"),
    ("layout", "samspil/cases/templates/case.html", "", "templates lie in templates/cases/"),
    ("layout", "samspil/cases/views.py", "from django.db import connection\n", "a view imports nothing of django.db"),
    ("layout", "samspil/cases/views/case.py", "import django.db.models\n", "a view imports nothing of django.db"),
]


def lay(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize("name", OWN_CHECKS)
def test_a_clean_tree_is_clean(tmp_path: Path, name: str) -> None:
    assert list(problems(name, lay(tmp_path, CLEAN))) == []


@pytest.mark.parametrize(("name", "path", "text", "told"), BAD, ids=lambda value: str(value)[:40])
def test_a_bad_sample_is_named(tmp_path: Path, name: str, path: str, text: str, told: str) -> None:
    found = list(problems(name, lay(tmp_path, CLEAN | {path: text})))
    assert len(found) == 1
    assert told in found[0]


def test_every_check_has_a_bad_sample() -> None:
    assert {bad[0] for bad in BAD} == set(OWN_CHECKS)


def test_a_reason_on_the_line_is_taken(tmp_path: Path) -> None:
    reasons = "a = 1  # noqa: PLR2004, E501 - Sunday\nb = 1  # type: ignore[misc, arg-type]  # the stub is wrong\n"
    assert list(problems("excuses", lay(tmp_path, {"samspil/cases/rules.py": reasons}))) == []


def test_what_a_build_left_is_not_read(tmp_path: Path) -> None:
    bad = "a = 1\n" * 301
    left = {f"{folder}/x.py": bad for folder in (".venv/lib", ".state", "front/node_modules/x", "samspil/ui/static/ui")}
    assert list(problems("size", lay(tmp_path, CLEAN | left))) == []


def test_the_project_names_nothing_of_a_municipality_s_own() -> None:
    assert list(problems("municipal", ROOT)) == []
