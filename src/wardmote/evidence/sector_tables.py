"""Postcode sectors and the LSOA that fits each best, built afresh for each snapshot."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb


def build_sector_units(cursor: "duckdb.DuckDBPyConnection") -> None:
    """Make `sector_units`: postcode (a sector), unit, unit_share and section_share.

    The unit is that of most of the sector's postcodes, the first by code of equals (none where that is not a known
    one); the shares are of the sector's postcodes that lie in it, and in its section.
    """
    cursor.execute(
        """
        CREATE OR REPLACE TABLE sector_units AS
        WITH placed AS (
            SELECT sector, coalesce(unit, lsoa_code) AS code, unit, section, sum(postcodes) AS postcodes
            FROM postcode_sectors LEFT JOIN places USING (lsoa_code) LEFT JOIN units USING (unit) GROUP BY ALL
        ), best AS (
            SELECT sector, first(unit ORDER BY postcodes DESC, code) AS unit,
                first(section ORDER BY postcodes DESC, code) AS section,
                max(postcodes) / sum(postcodes) AS unit_share, sum(postcodes) AS postcodes
            FROM placed GROUP BY sector
        )
        SELECT best.sector AS postcode, best.unit, any_value(best.unit_share) AS unit_share,
            coalesce(sum(placed.postcodes) FILTER (placed.section = best.section), 0) / any_value(best.postcodes)
                AS section_share
        FROM best JOIN placed USING (sector) GROUP BY best.sector, best.unit
        """
    )
