package dev.docket.client.journal;

/// Another desk on this computer writes this person's journal.
public class JournalInUse extends Exception {
    private static final long serialVersionUID = 1L;

    JournalInUse() {
        super("the journal is in use by another desk");
    }
}
