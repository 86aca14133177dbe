"""A police extract with people, and the lookup, the sections and the priority places of the LSOAs in it.

`python -m bench.ours.partner_files CSV SECTIONS ROWS PEOPLE`; an extract that is there already is kept.
"""

import sys
from pathlib import Path

from wardmote.synthetic.names import SECTIONS
from wardmote.synthetic.partners import write_many_incidents_with_people
from wardmote.synthetic.partners.priority_places import LIST_HEADER, year_label

SEED = 1
YEARS = (2022, 2023, 2024)
LSOAS = tuple(f"E0{1_990_000 + number}" for number in range(240))

if __name__ == "__main__":
    extract, sections = Path(sys.argv[1]), Path(sys.argv[2])
    if not extract.exists():
        write_many_incidents_with_people(extract, rows=int(sys.argv[3]), people=int(sys.argv[4]), seed=SEED)
    names = [name for pair in SECTIONS for name in pair]
    lines = [f"{lsoa},{names[number % len(names)]}" for number, lsoa in enumerate(LSOAS)]
    sections.write_text("lsoa_code,section\n" + "\n".join(lines) + "\n", encoding="utf-8")
    links = [f"{one},Exampleshire {one},E05999999,Ward,E06999999,Exampleshire" for one in LSOAS]
    header = "LSOA21CD,LSOA21NM,WD24CD,WD24NM,LAD24CD,LAD24NM"
    (sections.parent / "lookup.csv").write_text("\n".join([header, *links]) + "\n", encoding="utf-8")
    places = [f"{year_label(year)},Place of {one},{one},15/03/{year}" for year in YEARS for one in LSOAS[:6]]
    (sections.parent / "places.csv").write_text("\n".join([",".join(LIST_HEADER), *places]) + "\n", encoding="utf-8")
