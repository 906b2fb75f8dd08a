"""FIT targets: the heart rate, power or cadence of a step of a FIT workout."""

from typing import Any

from voicecoach.exporting.targets import Target, Unit

# Below it, a power is a percentage, and below the other a heart rate is one (of its maximum).
_FIRST_WATT = 1000
_FIRST_BPM = 100


def set_target(message: Any, target: Target | None) -> None:
    """Give the message of a step its target, or none."""
    from fit_tool.profile.profile_type import WorkoutStepTarget

    if target is None:
        message.target_type = WorkoutStepTarget.OPEN
    elif target.unit is None:
        message.target_type = WorkoutStepTarget.CADENCE
        message.custom_target_cadence_low = message.custom_target_cadence_high = target.cadence
    elif target.unit == "heart rate zone":
        message.target_type = WorkoutStepTarget.HEART_RATE
        message.target_hr_zone = target.low
    elif target.unit == "power zone":
        message.target_type = WorkoutStepTarget.POWER
        message.target_power_zone = target.low
    else:
        low, high = sorted((target.low, target.high))
        _set_range(message, target.unit, low, high)


def _set_range(message: Any, unit: Unit, low: int, high: int) -> None:
    from fit_tool.profile.profile_type import WorkoutStepTarget

    if unit == "bpm":
        message.target_type = WorkoutStepTarget.HEART_RATE
        message.target_hr_zone = 0
        message.custom_target_heart_rate_low = low + _FIRST_BPM
        message.custom_target_heart_rate_high = high + _FIRST_BPM
        return
    first = _FIRST_WATT if unit == "watts" else 0
    message.target_type = WorkoutStepTarget.POWER
    message.target_power_zone = 0
    message.custom_target_power_low = low + first
    message.custom_target_power_high = high + first
