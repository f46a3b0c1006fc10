namespace KeyAccount.Core.Scoring;

/// <summary>A scorecard without its types of facts and bands, for programs that configure models they do not know.</summary>
public interface IScorecard : IModel
{
    /// <summary>The complete settings of the model.</summary>
    ScorecardSettings Settings { get; }

    /// <summary>Returns the same model with other settings.</summary>
    /// <param name="overrides">The settings to change.</param>
    /// <returns>The tuned scorecard.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="overrides"/> is null.</exception>
    /// <exception cref="InvalidModelException">A setting is invalid; the exception holds every fault with its path.</exception>
    IScorecard With(ScorecardSettings overrides);
}
