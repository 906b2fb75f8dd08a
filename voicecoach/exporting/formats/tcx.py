"""Tcx: a workout of the Training Center Database, which Garmin's and many other programs read.

```tcx
<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">
  <Workouts>
    <Workout Sport="Running">
      <Name>Hills</Name>
      <Step xsi:type="Step_t">
        <StepId>1</StepId>
        <Name>Run</Name>
        <Duration xsi:type="Time_t">
          <Seconds>60</Seconds>
        </Duration>
        <Intensity>Active</Intensity>
        <Target xsi:type="None_t" />
      </Step>
    </Workout>
  </Workouts>
</TrainingCenterDatabase>
```

It follows Garmin's `TrainingCenterDatabasev2.xsd`, which has names of up to 15 characters, 20
steps, 2 to 99 repetitions, and up to 65535 seconds a step.
"""

from collections.abc import Iterator, Sequence
from itertools import count
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from voicecoach.exporting.doses import length_ms
from voicecoach.exporting.losses import LEFT_OUT, READ_AS_REST, Losses
from voicecoach.exporting.singles import with_sides_in_names, with_single_steps
from voicecoach.exporting.sports import sport_of
from voicecoach.exporting.targets import target_of
from voicecoach.exporting.workout import Export, Workout
from voicecoach.importing.steps import Part, Repeat, Rest, Step, Time
from voicecoach.units import SECOND_MS

_NAMESPACE = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_SPORTS = {"running": "Running", "cycling": "Biking", "other": "Other"}

LONGEST_NAME = 15
MOST_STEPS = 20
_MOST_TIMES = 99
_LONGEST_S = 65_535
