namespace KeyAccount.Core.Scoring;

/// <summary>Writes the numbers that a scorecard reads from facts.</summary>
/// <param name="facts">The facts.</param>
/// <param name="values">The place of the first number; the others follow.</param>
internal delegate void FactsReader<in TFacts>(TFacts facts, ref double values);

/// <summary>The compiled readers of a scorecard, and of all that differ from it in numbers alone: compiling takes milliseconds, and what is
/// measured is the same for every tenant.</summary>
/// <param name="tree">The reader as a tree, with the caps or without them.</param>
internal sealed class FactsReaders<TFacts>(Func<bool, System.Linq.Expressions.Expression<FactsReader<TFacts>>> tree)
{
    private readonly Lazy<FactsReader<TFacts>> _criteria = new(() => tree(false).Compile());
    private readonly Lazy<FactsReader<TFacts>> _all = new(() => tree(true).Compile());

    /// <summary>Reads what is measured.</summary>
    public FactsReader<TFacts> Criteria => _criteria.Value;

    /// <summary>Reads what is measured, and whether the caps hold.</summary>
    public FactsReader<TFacts> All => _all.Value;
}
