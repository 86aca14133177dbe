"""Every partner's file of Exampleshire: read by the card meant for it, and just the planted faults set aside."""

import pytest

from wardmote.definitions.cards import shipped_cards
from wardmote.evidence.loading import load_paths
from wardmote.evidence.workspace import Workspace
from wardmote.synthetic.partners.writing import write_partner_files


@pytest.mark.slow
def test_every_partners_file(tmp_path):
    at = Workspace.create(tmp_path / "workspace", areas=("Exampleshire",))
    cards = {card.id for card in shipped_cards()}
    for truth in write_partner_files(tmp_path / "raw", months=24).files:
        if truth.source not in cards:
            continue
        report = load_paths(at.store, [tmp_path / "raw" / truth.name])
        assert report.not_loaded == (), truth.name
        load = report.loads[0]
        rows = at.evidence().snapshot.rows("SELECT row FROM quarantine WHERE load = ? ORDER BY row", [load.number])
        assert (load.source, load.read) == (truth.source, truth.rows)
        assert [row for (row,) in rows] == sorted(aside.row for aside in truth.set_aside), truth.name
