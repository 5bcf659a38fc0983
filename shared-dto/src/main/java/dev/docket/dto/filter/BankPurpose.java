package dev.docket.dto.filter;

public enum BankPurpose {
    HARMFUL,
    /// Its hashes silence those of other banks that are no nearer to the image.
    KNOWN_GOOD
}
