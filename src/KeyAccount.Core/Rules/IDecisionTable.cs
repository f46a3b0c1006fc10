namespace KeyAccount.Core.Rules;

/// <summary>A decision table without its type parameters, for a program that configures models it does not know at compile time.</summary>
public interface IDecisionTable : IModel
{
    /// <summary>The facts that the rules read, with all their values; empty if none was declared.</summary>
    IReadOnlyList<TableDimension> Domain { get; }

    /// <summary>The configurable part of the table: its rules as data.</summary>
    DecisionTableSettings Settings { get; }

    /// <summary>The same table with other settings.</summary>
    /// <param name="overrides">The changes.</param>
    /// <returns>The tuned table.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="overrides"/> is null.</exception>
    /// <exception cref="InvalidModelException">Something is wrong with the settings; the exception holds every fault with its
    /// path.</exception>
    IDecisionTable With(DecisionTableSettings overrides);

    /// <summary>Checks every combination of the declared domain.</summary>
    /// <returns>The result of the check.</returns>
    /// <exception cref="InvalidOperationException">The table declares no domain, or one of more than a million combinations.</exception>
    TableProof Verify();
}
