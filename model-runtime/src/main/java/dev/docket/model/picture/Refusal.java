package dev.docket.model.picture;

/// Why a picture or video was not looked at. Whatever it is, a person has to look instead.
public enum Refusal {
    /// Damaged, or not what it says it is.
    UNREADABLE,
    /// More bytes, pixels, rows, columns or seconds than are taken.
    TOO_LARGE,
    /// Would unpack to many times its size, or needed more memory than it was given.
    BOMB,
    /// Took more time than it was given.
    TIMED_OUT,
    /// Of a format that is not read here.
    UNSUPPORTED,
    /// The program that would read it is not on this machine; of videos only.
    ABSENT
}
