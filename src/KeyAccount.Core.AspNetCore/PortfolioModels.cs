using KeyAccount.Core.Grading;
using KeyAccount.Core.Reviews;

namespace KeyAccount.Core.AspNetCore;

/// <summary>The models of a tenant for a portfolio that says what a key account is.</summary>
internal static class PortfolioModels
{
    /// <summary>What a portfolio says of itself goes before what is ready; what a host has configured goes before that.</summary>
    public static ReviewModels Of(ReviewModels configured, Portfolio portfolio)
    {
        var ready = new ReviewModels();
        var own = ReviewModels.For(portfolio);
        var models = configured;
        if (ReferenceEquals(configured.Value, ready.Value))
            models = models with { Value = own.Value };
        if (ReferenceEquals(configured.ProspectPriority, ready.ProspectPriority))
            models = models with { ProspectPriority = own.ProspectPriority };
        if (configured.Materiality == ready.Materiality)
            models = models with { Materiality = own.Materiality };
        return configured.PersonalFactsMonths is null ? models with { PersonalFactsMonths = own.PersonalFactsMonths } : models;
    }
}
