package dev.docket.client.common.task;

/// Told how far a file is on its way to the floor or from it, on the thread that moves it.
@FunctionalInterface
public interface Transfer {
    /// @param moved how many bytes of it
    /// @param all how many it has; -1 while that is not known
    /// @return whether to go on
    boolean moved(long moved, long all);
}
