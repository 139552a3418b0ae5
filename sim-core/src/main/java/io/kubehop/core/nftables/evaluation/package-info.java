/**
 * A packet in front of the rules of a table: what expressions read and statements change. The rules
 * stand above; of tables and chains nothing is known here.
 */
@NullMarked
package io.kubehop.core.nftables.evaluation;

import org.jspecify.annotations.NullMarked;
