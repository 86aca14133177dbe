"""Police extracts of any length, with people, for measuring how long a load with pseudonyms takes."""

from dataclasses import dataclass
from pathlib import Path

from wardmote.errors import BadInput
from wardmote.synthetic.names import SECTIONS
from wardmote.synthetic.partners.invented_names import FORENAMES, HOME_STREETS, SURNAMES
from wardmote.synthetic.partners.offence_codes import CODES
from wardmote.synthetic.partners.offence_groups import GROUPS

FIRST_DAY, DAYS = "2022-04-01", 1096

# Every value follows from the number of the row or of the person and the seed, so that nothing is held while writing.
# Half of the rows fall to a tenth of the people: victims and suspects come again as they do in life.
_SQL = """
    COPY (
        WITH dice AS (
            SELECT i, CAST(md5_number_upper(digits) >> 12 AS BIGINT) AS a, CAST(md5_number_lower(digits) >> 12 AS BIGINT) AS b
            FROM (SELECT i, $seed || ' row ' || i AS digits FROM range($rows) AS t(i))
        ), drawn AS (
            SELECT i, a, b,
                DATE '{first_day}' + CAST(a % {days} AS INTEGER) AS reported,
                CASE WHEN b % 10 < 6 THEN 0 WHEN b % 10 < 9 THEN (a // 7919) % 30 ELSE (a // 7919) % 700 END AS lag,
                $codes[1 + (a // 4096) % len($codes)] AS offence,
                CASE WHEN a % 11 < 9 THEN CASE WHEN b % 2 = 0 THEN (b // 64) % $few ELSE (b // 64) % $people END END AS victim,
                CASE WHEN b % 13 < 5 THEN CASE WHEN a % 2 = 0 THEN (a // 64) % $few ELSE (a // 64) % $people END END AS suspect
            FROM dice
        ), person AS (
            SELECT n, CAST(md5_number_upper($seed || ' person ' || n) >> 12 AS BIGINT) AS p FROM range($people) AS t(n)
        ), named AS (
            SELECT n,
                'NOM' || (7000001 + n * 17) AS ref,
                $forenames[1 + p % len($forenames)] AS forename,
                upper($surnames[1 + (p // 1024) % len($surnames)]) AS surname,
                strftime(DATE '1940-01-01' + CAST((p // 65536) % 26000 AS INTEGER), '%d/%m/%Y') AS born,
                CASE WHEN p % 2 = 0 THEN 'F' ELSE 'M' END AS sex,
                (1 + (p // 97) % 180) || ' ' || $streets[1 + (p // 89) % len($streets)] || ', Quillhaven' AS address
            FROM person
        )
        SELECT
            'EX' || (55000000000 + i * 13) AS "Occurrence Number",
            offence[1] AS "HO Offence Code",
            offence[2] AS "Offence Group",
            offence[3] AS "Offence Subgroup",
            offence[4] AS "Offence Description",
            strftime(reported, '%d/%m/%Y') || printf(' %02d:%02d', 8 + a % 15, b % 60) AS "Date Reported",
            strftime(reported - CAST(lag AS INTEGER), '%d/%m/%Y') || printf(' %02d:%02d', a % 8, a % 60) AS "Committed From",
            strftime(reported - CAST(lag AS INTEGER), '%d/%m/%Y') AS "Committed To",
            $sections[1 + (b // 128) % len($sections)] AS "Section",
            'E0' || (1990000 + (b // 256) % 240) AS "LSOA Code",
            568100 + (a // 8) % 18000 AS "Easting",
            526000 + (b // 8) % 12000 AS "Northing",
            CASE (a // 32) % 10 WHEN 0 THEN '' WHEN 1 THEN 'Y' WHEN 2 THEN 'Y' ELSE 'N' END AS "DA Flag",
            CASE (b // 32) % 10 WHEN 0 THEN '' WHEN 1 THEN '' WHEN 2 THEN 'Y' ELSE 'N' END AS "Alcohol",
            CASE (a // 512) % 10 WHEN 0 THEN '' WHEN 1 THEN 'Y' ELSE 'N' END AS "Drugs",
            CASE (b // 512) % 10 WHEN 0 THEN '' WHEN 1 THEN 'Y' ELSE 'N' END AS "Mental Health",
            CASE WHEN a % 50 = 0 THEN 'Y' ELSE 'N' END AS "Knife",
            CASE WHEN offence[1] = '8Q' THEN 'Y' ELSE 'N' END AS "Stalking",
            CASE WHEN b % 40 = 0 THEN 'Y' ELSE 'N' END AS "Rural Crime",
            v.ref AS "Victim Ref", v.forename AS "Victim Forename", v.surname AS "Victim Surname", v.born AS "Victim DOB",
            v.sex AS "Victim Sex", v.address AS "Victim Address",
            s.ref AS "Suspect Ref", s.forename AS "Suspect Forename", s.surname AS "Suspect Surname", s.born AS "Suspect DOB",
            $outcomes[1 + (a // 16) % len($outcomes)] AS "Outcome Type",
            strftime(reported + CAST(b % 90 AS INTEGER), '%d/%m/%Y') AS "Outcome Date"
        FROM drawn LEFT JOIN named AS v ON v.n = victim LEFT JOIN named AS s ON s.n = suspect
        ORDER BY i
    ) TO '{path}' (HEADER, DELIMITER ',')
"""
_OUTCOMES = (
    "Charge/Summons", "Community resolution", "Evidential difficulties (victim supports police action)",
    "Evidential difficulties victim based - named suspect identified",
    "Investigation complete - no suspect identified", "Investigation complete - no suspect identified",
)  # fmt: skip
_ONE_IN = 10


@dataclass(frozen=True)
class ManyRows:
    """What was written: the file, its rows, and its size."""

    path: Path
    rows: int
    size_bytes: int


def write_many_incidents_with_people(path: Path, *, rows: int, people: int, seed: int) -> ManyRows:
    """Write one police extract with `rows` crimes of three years, whose victims and suspects are drawn from `people`.

    It has the headings of Exampleshire's own extract, and no faulty row. The same seed gives the same bytes. Raises
    `BadInput` for fewer than ten people.
    """
    if people < _ONE_IN:
        raise BadInput(f"{people} people are too few", do=f"ask for {_ONE_IN} or more")
    import duckdb

    path.parent.mkdir(parents=True, exist_ok=True)
    values = {
        "seed": str(seed),
        "rows": rows,
        "people": people,
        "few": people // _ONE_IN,
        "codes": [[code.code, *GROUPS[code.code], code.description] for code in CODES],
        "forenames": list(FORENAMES),
        "surnames": list(SURNAMES),
        "streets": list(HOME_STREETS),
        "sections": [name for pair in SECTIONS for name in pair],
        "outcomes": list(_OUTCOMES),
    }
    target = path.as_posix().replace("'", "''")
    with duckdb.connect() as connection:
        connection.execute(_SQL.format(path=target, first_day=FIRST_DAY, days=DAYS), values)
    return ManyRows(path, rows, path.stat().st_size)
