using KeyAccount.Core.Reviews;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.DependencyInjection;

/// <summary>The configuration of the models: shared under the default name, of a tenant under the tenant's name.</summary>
/// <remarks>
/// <para>A tenant's options lie over those of everybody: what they leave out is as it is for everybody.</para>
/// <para>Made as all options of .NET are: the section given to <c>AddKeyAccount</c> fills <see cref="Models"/>, <see cref="Tables"/> and
/// <see cref="Numbers"/> by the kind of each model in its section <c>Models</c>, and <c>Configure</c> and
/// <c>PostConfigure</c> may change everything. Not safe to share between threads while being configured; not to be changed later.</para>
/// </remarks>
public sealed class KeyAccountOptions
{
    /// <summary>Settings of scorecards by the ids of the scorecards.</summary>
    public IDictionary<string, ScorecardSettings> Models { get; } = new Dictionary<string, ScorecardSettings>(StringComparer.Ordinal);

    /// <summary>Settings of decision tables by the ids of the tables.</summary>
    public IDictionary<string, DecisionTableSettings> Tables { get; } =
        new Dictionary<string, DecisionTableSettings>(StringComparer.Ordinal);

    /// <summary>Settings of models of numbers, such as price guardrails or the stability of tiers, by the ids of the models: an object in
    /// JSON, as <see cref="ITunableModel.SettingsJson"/> writes it, or any part of one.</summary>
    public IDictionary<string, string> Numbers { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>All settings in the form of a settings file.</summary>
    internal ModelSettings Settings => new()
    {
        Scorecards = Models.AsReadOnly(), Tables = Tables.AsReadOnly(), Numbers = Numbers.AsReadOnly(),
    };

    /// <summary>The models of reviews before any settings; null for the shared ones, which are by default the ready ones of the
    /// library.</summary>
    public ReviewModels? Review { get; set; }
}
