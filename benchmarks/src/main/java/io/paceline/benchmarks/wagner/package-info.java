/**
 * The public team-pursuit benchmark (Wagner et al. 2011, arXiv:1104.0775) and how OptaPlanner fares on it.
 *
 * <pre>{@code
 *   Pursuit, time step --> PursuitPhysics --> RaceState --> Race --> Meter (counts) --> StrategyScorer
 *                                               |                                            |
 *   Instance --------------> BeamConstruction --+--> first Strategy ------> OptaPlanner <----+----- StrategyMoves
 * }</pre>
 *
 * <p>The model is a peer's, kept with its quirks, to compare searches on equal terms. It has no critical power, no W' and no recovery:
 * nothing of it belongs in core, and nothing here says how to ride.
 */
package io.paceline.benchmarks.wagner;
