"""Coordinates made coarser on purpose, for maps that leave the house: where people are can put them in danger."""

import math
from dataclasses import dataclass

from according.errors import ConfigError

__all__ = ["KM_PER_DEGREE", "Rounding"]

KM_PER_DEGREE = 111.195
"""Kilometres to a degree of latitude on a sphere of radius 6371.009 km (IUGG mean radius)."""


@dataclass(frozen=True, slots=True)
class Rounding:
    """Coordinates on a grid of `degrees`; ConfigError for a step that is not over 0 and at most 10."""

    degrees: float

    def __post_init__(self) -> None:
        if not 0 < self.degrees <= 10:
            raise ConfigError(
                f"Coordinates cannot be rounded to {self.degrees:g} degrees; "
                "give a step over 0 and at most 10 (0.1 is about 11 km)."
            )

    def point(self, lat: float, lon: float) -> tuple[float, float]:
        """The nearest point of the grid, on the earth."""
        return self._step(lat, 90), self._step(lon, 180)

    def radius(self, radius_km: float) -> float:
        """The radius that still holds the true place: the old one and half the diagonal of a cell of the grid."""
        return round(radius_km + self.degrees * KM_PER_DEGREE / math.sqrt(2), 3)

    def _step(self, value: float, limit: float) -> float:
        return max(-limit, min(limit, round(round(value / self.degrees) * self.degrees, 6)))
