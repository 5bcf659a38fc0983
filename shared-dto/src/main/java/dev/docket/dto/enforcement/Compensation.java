package dev.docket.dto.enforcement;

/// What takes an action back.
public enum Compensation {
    WITHDRAW_WARNING,
    LIFT_RESTRICTION,
    RESTORE,
    REINSTATE,
    UNBAN
}
