"""General knowledge of the world's parties and places, for wars whose parties no region lists.

The knowledge is data, in the TOML files of this folder, neutral and correctable by hand; :func:`world` reads it once.
This package stands lowest: it imports only names, phrases, text and errors.
"""

from geo.world.knowledge import World
from geo.world.reading import world
from geo.world.records import (
    Form,
    HeadFlag,
    HeadNoun,
    Named,
    NamedKind,
    Organisation,
    OrganisationKind,
    People,
    PeopleKind,
    PlaceClass,
    PlaceNoun,
    State,
)

__all__ = [
    "Form",
    "HeadFlag",
    "HeadNoun",
    "Named",
    "NamedKind",
    "Organisation",
    "OrganisationKind",
    "People",
    "PeopleKind",
    "PlaceClass",
    "PlaceNoun",
    "State",
    "World",
    "world",
]
