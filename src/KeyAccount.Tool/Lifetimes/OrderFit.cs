using KeyAccount.Core.Estimation;
using KeyAccount.Core.LifetimeValue;
using KeyAccount.Core.Terms;

namespace KeyAccount.Tool.Lifetimes;

/// <summary>The outcome of fitting one model of orders.</summary>
/// <param name="Name">The name of the model.</param>
/// <param name="Outcome">The outcome of the fit.</param>
/// <param name="Reason">Why there is no model, or why it is not reliable.</param>
/// <param name="Model">The model; null if the fit was refused.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="LogLikelihood">The logarithm of the likelihood.</param>
/// <param name="Aic">Akaike's information criterion.</param>
internal sealed record OrderFit(
    string Name, FitOutcome Outcome, Text? Reason, IPurchaseModel? Model, IReadOnlyList<FittedParameter> Parameters, double? LogLikelihood,
    double? Aic)
{
    /// <summary>Fits every model of orders; those of the same data can be compared by their AIC.</summary>
    public static IReadOnlyList<OrderFit> All(IReadOnlyList<RepeatPurchaseSummary> accounts, FitOptions options) =>
    [
        Of("BG/NBD", MaximumLikelihood.FitBgNbd(accounts, options)),
        Of("BG/CNBD-k", MaximumLikelihood.FitBgCnbd(accounts, options)),
        Of("Pareto/NBD", MaximumLikelihood.FitParetoNbd(accounts, options)),
    ];

    /// <summary>The best of the models that have reached their maximum; null if none has.</summary>
    public static OrderFit? Best(IEnumerable<OrderFit> fits) =>
        fits.Where(fit => fit.Outcome == FitOutcome.Fitted).MinBy(fit => fit.Aic);

    private static OrderFit Of<TModel>(string name, ModelFit<TModel> fit)
        where TModel : class, IPurchaseModel =>
        new(name, fit.Outcome, fit.Reason, fit.Model, fit.Parameters, fit.LogLikelihood, fit.Aic);
}
