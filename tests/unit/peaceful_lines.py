"""Lines of a paper that tell of no war, though some of their words could."""

PEACE = [
    "The harvest festival drew a large crowd to the old mill, where bread was sold all day.",
    "Anna Lindqvist opened the new library and thanked everybody who had given books or money.",
    "Rain is expected at the weekend, and the river may rise a little after a dry month.",
    "Passengers left the station by bus, and the major shops of Leiden lost half a day's trade.",
    "Prices of butter and eggs recovered, according to the weekly survey of the chamber.",
    "Trains to the coast will run every hour, and the last one leaves at ten in the evening.",
    "A heron was seen near the pond, and the bird watchers were delighted by its visit.",
    "The museum shows drawings of boats, and admission is free for pupils and pensioners.",
    "Work on the bridge for cyclists goes on, and the mayor hopes to see it done by spring.",
    "The team lost its lead late in the match, and its coach was not happy with the defence.",
    "The bakery in the square closes for a month while its owner visits his daughter abroad.",
]
