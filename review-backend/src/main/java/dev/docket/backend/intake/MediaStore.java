package dev.docket.backend.intake;

import dev.docket.dto.ops.HealthReport;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Where media are kept: once for the same bytes, under their hex SHA-256, whole or not at all.
///
/// What takes long is done before a transaction is waiting for it ([#stage]); what is done inside one is short, or
/// refused.
interface MediaStore extends MediaBytes {
    Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    /// The hex SHA-256 under which bytes are kept.
    static String nameOf(byte[] bytes) {
        return HexFormat.of().formatHex(Digests.sha256(bytes));
    }

    /// Where media stand among many: in folders by the first two digits of their names.
    static String placeOf(String name) {
        return name.substring(0, 2) + "/" + name;
    }

    /// @throws dev.docket.backend.platform.DomainProblem when they cannot be written, for want of space perhaps;
    ///     nothing is then kept
    void keep(String name, byte[] bytes);

    /// Where files are made that become media.
    Incoming incoming();

    /// Brings a file's bytes so far that keeping them is quick; nobody sees them yet.
    ///
    /// @param part of [#incoming]; the caller's to remove
    Staged stage(String name, Path part);

    /// Keeps what was staged.
    void keep(Staged staged);

    /// Takes back what was staged, whether it was kept or not; what was kept stays.
    void discard(Staged staged);

    /// Removes what a process that died was about to keep.
    void sweep();

    /// Removes a medium and what was drawn of it.
    ///
    /// @throws dev.docket.backend.platform.DomainProblem when it cannot be, and may still be there
    void remove(String name);

    /// Where media are kept, and whether they can be reached.
    HealthReport.Component health();

    /// @param place where it waits, if not in its file; empty if so
    record Staged(String name, Path file, String place) {}
}
