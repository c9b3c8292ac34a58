"""What a pasted message can lead to a situation by: a signal in it, or a stage (`lib/decode/`)."""

from typing import Literal

MessageStage = Literal["application", "test", "interview", "final-round"]
Signal = Literal[
    "keep_on_file",
    "invites_reapply",
    "encourages_other_roles",
    "talent_community",
    "invites_questions",
    "feedback_offered",
    "feedback_given",
    "position_filled",
    "position_closed",
    "other_candidates",
    "internal_candidate",
    "no_reply_address",
    "deadline",
]
Sign = Literal[MessageStage, Signal]
