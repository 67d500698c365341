"""A model that changed without its migration is found, without any database."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = """
SECRET_KEY = "x"
INSTALLED_APPS = ["wood"]
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "none", "HOST": "/nonexistent"}}
USE_TZ = True
"""
MODELS = "from django.db import models\n\n\nclass Tree(models.Model):\n    height = models.IntegerField()\n"
MIGRATION = """
from django.db import migrations, models

class Migration(migrations.Migration):
    operations = [migrations.CreateModel("Tree", [
        ("id", models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
        ("height", models.IntegerField()),
    ])]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "wood" / "migrations").mkdir(parents=True)
    for name in ("wood/__init__.py", "wood/migrations/__init__.py"):
        (tmp_path / name).touch()
    (tmp_path / "wood_settings.py").write_text(SETTINGS + 'DEFAULT_AUTO_FIELD = "django.db.models.AutoField"\n')
    (tmp_path / "wood/models.py").write_text(MODELS)
    (tmp_path / "wood/migrations/0001_initial.py").write_text(MIGRATION)
    return tmp_path


def check(project: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": f"{project}:{ROOT}", "DJANGO_SETTINGS_MODULE": "wood_settings"}
    call = [sys.executable, "-m", "scripts.check_migrations"]
    return subprocess.run(call, cwd=project, env=env, capture_output=True, text=True, check=False, timeout=60)


def test_nothing_missing(project: Path) -> None:
    said = check(project)
    assert (said.returncode, said.stderr) == (0, "")


def test_a_missing_migration_is_named(project: Path) -> None:
    with (project / "wood/models.py").open("a") as file:
        file.write("    age = models.IntegerField(default=0)\n")
    said = check(project)
    assert said.returncode == 1
    assert "Add field age to tree" in said.stdout
