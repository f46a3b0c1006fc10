using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Estimation;

/// <summary>A model fitted to data, or the reason why there is none.</summary>
/// <typeparam name="TModel">The model.</typeparam>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ModelFit<TModel>
    where TModel : class
{
    internal ModelFit()
    {
    }

    /// <summary>The outcome of the fit.</summary>
    public FitOutcome Outcome { get; internal init; }

    /// <summary>Why there is no model, or why it is not reliable; null if the fit has succeeded.</summary>
    public Text? Reason { get; internal init; }

    /// <summary>The model; null if the fit was refused.</summary>
    public TModel? Model { get; internal init; }

    /// <summary>The parameters in the order of the model; empty if the fit was refused.</summary>
    public IReadOnlyList<FittedParameter> Parameters { get; internal init; } = ValueList<FittedParameter>.Empty;

    /// <summary>The log-likelihood of the data; null if the fit was refused.</summary>
    public double? LogLikelihood { get; internal init; }

    /// <summary>The number of accounts (or customers of cohorts) to which the model was fitted, or would have been.</summary>
    public int Accounts { get; internal init; }

    /// <summary>The slope of the likelihood at the parameters: the largest derivative of the log-likelihood of an account by the logarithm
    /// of a parameter; about 0 at a maximum. Null if the fit was refused.</summary>
    public double? Slope { get; internal init; }

    /// <summary>The number of starting points of the search.</summary>
    public int Starts { get; internal init; }

    /// <summary>The number of starting points that led to the same maximum.</summary>
    public int StartsThatAgree { get; internal init; }

    /// <summary>The correlation of the mean amount with the number of orders, for a gamma-gamma model; null for others, and if it is not
    /// defined.</summary>
    public double? SpendCorrelation { get; internal init; }

    /// <summary>Whether there is a model at a maximum of the likelihood.</summary>
    [JsonIgnore]
    public bool IsFitted => Outcome == FitOutcome.Fitted;

    /// <summary>Akaike's information criterion: 2·parameters − 2·log-likelihood; the smaller, the better, for models of the same data. Null
    /// where the fit was refused.</summary>
    [JsonIgnore]
    public double? Aic => (2 * Parameters.Count) - (2 * LogLikelihood);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The outcome and the figures by name.</returns>
    public override string ToString() => Invariant($"ModelFit {{ Outcome = {Outcome}, Model = {Model}, Parameters = {Parameters}, ")
        + Invariant($"LogLikelihood = {LogLikelihood}, Aic = {Aic}, Accounts = {Accounts}, Starts = {Starts}, ")
        + Invariant($"StartsThatAgree = {StartsThatAgree}, Slope = {Slope}, SpendCorrelation = {SpendCorrelation}, Reason = {Reason} }}");
}
