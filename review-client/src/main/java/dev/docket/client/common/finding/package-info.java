/// What a person finds of an item, put together policy by policy.
@NullMarked
package dev.docket.client.common.finding;

import org.jspecify.annotations.NullMarked;
