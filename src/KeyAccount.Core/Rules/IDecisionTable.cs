namespace KeyAccount.Core.Rules;

/// <summary>A decision table seen without its facts and advice: what a program needs that configures models it does not know.</summary>
public interface IDecisionTable : IModel
{
    /// <summary>The facts the rules read with all their values; empty if none was declared.</summary>
    IReadOnlyList<TableDimension> Domain { get; }

    /// <summary>The data half of the table.</summary>
    DecisionTableSettings Settings { get; }

    /// <summary>The same table with other settings.</summary>
    /// <param name="overrides">What is to be different.</param>
    /// <returns>The tuned table.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="overrides"/> is null.</exception>
    /// <exception cref="InvalidModelException">Something is wrong with them; it holds every fault with its path.</exception>
    IDecisionTable With(DecisionTableSettings overrides);

    /// <summary>Goes through every combination of the declared domain.</summary>
    /// <returns>What that has shown.</returns>
    /// <exception cref="InvalidOperationException">The table declares no domain, or one of more than a million combinations.</exception>
    TableProof Verify();
}
