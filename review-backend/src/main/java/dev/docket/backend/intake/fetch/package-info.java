/// Fetching what platforms name by address, without being sent anywhere that is not public.
@NullMarked
package dev.docket.backend.intake.fetch;

import org.jspecify.annotations.NullMarked;
