/// The Insights screen: small panels, one question each.
@NullMarked
package dev.docket.client.insights;

import org.jspecify.annotations.NullMarked;
