"""Every partner's file of Exampleshire: read by the card meant for it, and just the planted faults set aside."""

import pytest

from wardmote.definitions.card import Card
from wardmote.definitions.cards import shipped_cards
from wardmote.definitions.catalogue import read_definition
from wardmote.evidence.dock.draft import draft_card
from wardmote.evidence.dock.preview import preview
from wardmote.evidence.loading import load_paths
from wardmote.evidence.people import Key
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


@pytest.mark.slow
def test_without_a_card_every_partners_file_is_drafted_for_its_table_and_read(tmp_path):
    # What the workspace feeds into evidence itself has its card, and nobody drafts another.
    cards = {card.id: card for card in shipped_cards() if card.id != "workspace-activity"}
    for truth in write_partner_files(tmp_path / "raw", months=24).files:
        if truth.source not in cards:
            continue
        content = (tmp_path / "raw" / truth.name).read_bytes()
        draft = draft_card(content, name=truth.name, title="Unknown")
        seen = preview(content, read_definition(Card, draft.text, name="unknown.yaml"), Key(bytes(32)), name=truth.name)
        assert draft.outline.table == cards[truth.source].table, truth.name
        assert seen.kept >= truth.rows - len(truth.set_aside), truth.name
