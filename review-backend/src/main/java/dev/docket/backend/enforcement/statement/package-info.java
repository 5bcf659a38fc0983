/// Statements of reasons as Article 17 of Regulation (EU) 2022/2065 asks for them, and their form for the EU's
/// transparency database.
@NullMarked
package dev.docket.backend.enforcement.statement;

import org.jspecify.annotations.NullMarked;
