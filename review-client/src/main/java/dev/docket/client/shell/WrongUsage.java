package dev.docket.client.shell;

/// The command line cannot be followed; the message says which option and why.
public class WrongUsage extends Exception {
    private static final long serialVersionUID = 1L;

    WrongUsage(String message) {
        super(message);
    }
}
