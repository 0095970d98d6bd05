"""A MariaDB of its own for the systems that need a database, in the working folder and on a port of this machine only."""

from __future__ import annotations

import os
import time

import work

PORT = 8739
SOCKET = work.WORK / "database" / "socket"


def open(*names: str) -> None:
    """Starts the database, with these databases in it."""
    home = work.WORK / "database"
    user = f"--user={'root' if os.getuid() == 0 else os.environ['USER']}"
    if not (home / "mysql").exists():
        work.run("mariadb-install-db", "--no-defaults", user, f"--datadir={home}", "--auth-root-authentication-method=normal")
    work.start(
        "/usr/sbin/mariadbd", "--no-defaults", user, f"--datadir={home}", f"--socket={SOCKET}", f"--port={PORT}",
        "--bind-address=127.0.0.1", f"--pid-file={home}/pid", log="database",
    )
    for _ in range(60):
        if SOCKET.exists():
            break
        time.sleep(0.5)
    for name in names:
        run(f"CREATE DATABASE IF NOT EXISTS {name} CHARACTER SET utf8mb4; "
            f"CREATE USER IF NOT EXISTS 'hosts'@'127.0.0.1' IDENTIFIED BY 'hosts'; GRANT ALL ON *.* TO 'hosts'@'127.0.0.1'")


def run(statement: str) -> str:
    return work.run("mariadb", "--no-defaults", f"--socket={SOCKET}", "-uroot", "-e", statement)
