using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Documents;

/// <summary>A model that judges one set of facts, a scorecard or a decision table, seen without its types: what a program needs that asks
/// models it does not know.</summary>
public interface IFactModel : IModel
{
    /// <summary>The type of the facts.</summary>
    Type FactsType { get; }

    /// <summary>Asks the model, and tells the answer to a person: score, band and reasons of a scorecard; advice and reasons of a
    /// table.</summary>
    /// <param name="facts">The facts, of <see cref="FactsType"/>.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="facts"/> is of another type, or a fact is outside its range.</exception>
    Document Answer(object facts, string language = Language.English);
}
