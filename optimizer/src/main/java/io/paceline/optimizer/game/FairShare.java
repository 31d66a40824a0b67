package io.paceline.optimizer.game;

/**
 * What would be fair for one member.
 *
 * @param player counted from 0
 * @param burden the fair part of the work, in the unit of the game; below 0 he gains so little that the others would owe him something
 * @param share of the work, 0 to 1: burdens below 0 count as none, the others keep their ratios
 * @param standardError of the burden; 0 where it is exact
 * @param shareError of the share: the error of the burden by what all together bear, as if that sum were sure; 0 where it is exact
 */
public record FairShare(int player, double burden, double share, double standardError, double shareError) {}
