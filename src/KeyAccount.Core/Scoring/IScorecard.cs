namespace KeyAccount.Core.Scoring;

/// <summary>A scorecard seen without its facts and bands: what a program needs that configures models it does not know.</summary>
public interface IScorecard : IModel
{
    /// <summary>The data half of the model, whole.</summary>
    ScorecardSettings Settings { get; }

    /// <summary>The same model with other settings.</summary>
    /// <param name="overrides">What is to be different.</param>
    /// <returns>The tuned scorecard.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="overrides"/> is null.</exception>
    /// <exception cref="InvalidModelException">Something is wrong with them; it holds every fault with its path.</exception>
    IScorecard With(ScorecardSettings overrides);
}
