"""Figures are kept until another load changes them."""

from django.test import Client
from web.pages import words
from web.smallshire import make_workspace

from wardmote.evidence.loading import load_paths
from wardmote.evidence.workspace import Workspace
from wardmote.web.insight.queries.measure import measure_answer


def test_a_page_asked_for_twice_is_computed_once(site):
    site.get("/measures/burglary/")
    before = measure_answer.cache_info()

    site.get("/measures/burglary/")

    after = measure_answer.cache_info()
    assert (after.hits - before.hits, after.misses - before.misses) == (1, 0)


def test_another_load_is_seen_at_once(tmp_path, settings):
    folder = make_workspace(tmp_path)
    settings.WARDMOTE_WORKSPACE = folder
    site = Client(headers={"host": "127.0.0.1"})
    before = words(site.get("/loads/"))
    another = tmp_path / "population_mid2020_lsoa11_total.csv"
    another.write_text("lsoa11_code,lsoa11_name,total_population\nE01000000,Smallshire 000A,1600\n", encoding="utf-8")

    load_paths(Workspace.open(folder).store, [another])

    assert "rows were read in 5 loads" in before
    assert "rows were read in 6 loads" in words(site.get("/loads/"))
