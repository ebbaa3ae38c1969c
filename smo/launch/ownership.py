"""Whom the embedded database belongs to: PostgreSQL refuses to run as root, so root gives it its own user."""

from __future__ import annotations

import os
import pwd
import shutil
import stat
import subprocess
from pathlib import Path

from smo.launch.bootstrap import Failure, say
from smo.launch.processes import Owner

SYSTEM_USER = "smo-postgres"
# Debian, Red Hat and SUSE have useradd; Alpine has busybox's adduser.
WAYS_TO_ADD_A_USER = (
    ("useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", SYSTEM_USER),
    ("adduser", "-S", "-D", "-H", "-s", "/sbin/nologin", SYSTEM_USER),
)


def database_owner(data: Path) -> Owner:
    """Return who runs the server of `data`: the caller; as root, the folder's owner or `smo-postgres`.

    Raises Failure where an ordinary user meets data of somebody else.
    """
    holder = data.stat().st_uid if data.exists() else None
    if os.geteuid() != 0:
        if holder not in (None, os.geteuid()):
            raise Failure(
                f"{data} belongs to the user {user_name(holder)}; "
                "run as that user, or keep your own data with SMO_VAR=another-folder."
            )
        return Owner(os.geteuid(), os.getegid())
    entry = system_user() if not holder else pwd.getpwuid(holder)
    return Owner(entry.pw_uid, entry.pw_gid, switch=True)


def user_name(uid: int | None) -> str:
    """Return a user's name, or the number where it has none."""
    try:
        return pwd.getpwuid(uid or 0).pw_name
    except KeyError:
        return str(uid)


def system_user() -> pwd.struct_passwd:
    """Return the database's system user, made now where it is missing."""
    try:
        return pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        say(f"Adding the system user {SYSTEM_USER}: PostgreSQL refuses to run as root …")
    said = "neither useradd nor adduser is installed"
    for command in WAYS_TO_ADD_A_USER:
        if shutil.which(command[0]) is None:
            continue
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode == 0:
            return pwd.getpwnam(SYSTEM_USER)
        said = (done.stderr or done.stdout).strip().replace("\n", " ")
    raise Failure(
        f"The system user {SYSTEM_USER} could not be added ({said}); run as an ordinary user instead."
    )


def open_the_way(place: Path) -> None:
    """Let other users pass through (o+x, nothing more) every folder above `place` where they could not."""
    for folder in {*place.absolute().parents, *place.resolve().parents}:
        mode = stat.S_IMODE(folder.stat().st_mode)
        if not mode & stat.S_IXOTH:
            say(f"Opening {folder} for passing through (o+x): the database's user must reach {place.name} …")
            folder.chmod(mode | stat.S_IXOTH)


def open_programs(programs: Path) -> None:
    """Let other users read and run the database's programs, installed by root under a strict umask."""
    for file in (programs, *programs.rglob("*")):
        if file.is_symlink():
            continue
        mode = stat.S_IMODE(file.stat().st_mode)
        wanted = mode | stat.S_IROTH | (stat.S_IXOTH if mode & stat.S_IXUSR else 0)
        if wanted != mode:
            file.chmod(wanted)


def claim(folder: Path, owner: Owner) -> None:
    """Make a private folder (0700) of the owner; refuse one that somebody else put there."""
    folder.mkdir(mode=0o700, exist_ok=True)
    status = folder.lstat()
    if status.st_uid not in (owner.uid, os.geteuid()) or not stat.S_ISDIR(status.st_mode):
        raise Failure(f"{folder} belongs to the user {user_name(status.st_uid)}; remove it and start again.")
    folder.chmod(0o700)
    if owner.switch:
        os.chown(folder, owner.uid, owner.gid)
