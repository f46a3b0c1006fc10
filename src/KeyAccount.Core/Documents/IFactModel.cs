using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Documents;

/// <summary>A model that judges one set of facts, without its type parameters: a scorecard or a decision table, for a program that calls
/// models it does not know at compile time.</summary>
public interface IFactModel : IModel
{
    /// <summary>The type of the facts.</summary>
    Type FactsType { get; }

    /// <summary>Asks the model and describes the answer for a person: score, band and reasons of a scorecard; advice and reasons of a
    /// table.</summary>
    /// <param name="facts">The facts, of <see cref="FactsType"/>.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="facts"/> is of another type, or a fact is outside its range.</exception>
    Document Answer(object facts, string language = Language.English);
}
