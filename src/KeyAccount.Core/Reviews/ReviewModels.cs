using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>The models for a review: those of the library, or those of a company.</summary>
/// <remarks>
/// <para>All models are in one list by their ids: <see cref="All"/>. <see cref="Versions"/>, settings and the models that a host injects
/// follow from it. Replace a model through its property, or by its id with <see cref="With(IModel)"/>. A model of your own with a new id is
/// added to the list.</para>
/// <para>Immutable and safe to share between threads; equal when every model is the same object and every other part is equal. Not a value
/// that JSON keeps: it holds models.</para>
/// </remarks>
public sealed partial record ReviewModels
{
    /// <summary>The library's topics in the reader's order.</summary>
    internal static readonly IReadOnlyList<AccountTopic> ReadyTopics = [.. AccountTopic.Ready.OrderBy(topic => topic.Topic.Order)];

    // Every model that a review asks, said once with its topic, then those that read all topics.
    private static readonly ModelSlot[] Slots =
    [
        .. ReadyTopics.SelectMany(topic => topic.Slots),
        ModelSlot.Of(m => m.Findings, (m, value) => m with { Findings = value }),
        ModelSlot.Of(m => m.Risk, (m, value) => m with { Risk = value }),
        ModelSlot.Of(m => m.Actions, (m, value) => m with { Actions = value }),
        ModelSlot.Of(m => m.Prohibitions, (m, value) => m with { Prohibitions = value }),
        ModelSlot.Of(m => m.PortraitTags, (m, value) => m with { PortraitTags = value }),
    ];

    private const decimal MaterialPart = 1_000;

    private ValueList<IModel> _own = ValueList.Of<IModel>([]);
    private ValueList<AccountTopic> _ownTopics = ValueList.Of<AccountTopic>([]);

    /// <summary>The table of findings about an account.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<ReviewFacts, Stake> Findings { get; init => field = Guard.NotNull(value); } = AccountFindings.Standard;

    /// <summary>The risk level of an account: bands over the largest share of its purchases that a single finding puts at stake, in per
    /// cent.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public NamedBands<RiskLevel> Risk { get; init => field = Guard.NotNull(value); } = AccountFindings.Risk;

    /// <summary>The table of actions that answer findings.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<ActionFacts, ActionPlan> Actions { get; init => field = Guard.NotNull(value); } = AccountActions.Standard;

    /// <summary>The table of actions that must not be taken, whatever a finding asks for.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public DecisionTable<ProhibitionFacts, Text> Prohibitions { get; init => field = Guard.NotNull(value); } = AccountActions.Prohibitions;

    /// <summary>The amount at stake from which a finding asks for an action, in the currency of the portfolio; at least 0. By default a
    /// thousandth of the purchases of a key account, 1,000 in CNY. Provenance: <c>LibraryDefault</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public decimal Materiality
    {
        get;
        init
        {
            Guard.NotNegative(value);
            field = value;
        }
    } = AccountValue.KeyAccountPurchases / MaterialPart;

    /// <summary>The number of months for which facts about people are kept, at least 1; null, the default, for no period
    /// (<see cref="Portfolio.PersonalFactsMonths"/>). Provenance: <c>LibraryDefault</c>; the right period depends on the law and on the
    /// purpose.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? PersonalFactsMonths
    {
        get;
        init
        {
            if (value is { } months)
                Guard.Between(months, 1, 1200);
            field = value;
        }
    }

    /// <summary>Whether a review keeps confidential facts about people (<see cref="Privacy.Confidential"/>), such as their style; by
    /// default it does not. Provenance: <c>LibraryDefault</c>.</summary>
    public bool KeepsConfidential { get; init; }

    /// <summary>The topics of a review in the reader's order: those of the library, then those of your own in the order in which
    /// <see cref="With(IModel)"/> added them.</summary>
    public IReadOnlyList<AccountTopic> Topics => [.. ReadyTopics, .. _ownTopics];

    /// <summary>The topics in the order in which they judge.</summary>
    internal IEnumerable<AccountTopic> Judging => AccountTopic.Ready.Concat(_ownTopics);

    /// <summary>The topics that <see cref="With(IModel)"/> has added.</summary>
    internal IReadOnlyList<AccountTopic> OwnTopics => _ownTopics;

    /// <summary>All models, each id once: those that a review uses, by topic, then those that <see cref="With(IModel)"/> has added, each
    /// topic of your own before its models.</summary>
    public IReadOnlyList<IModel> All => [.. Slots.Select(slot => slot.Read(this)), .. Own];

    /// <summary>The version of each model by its id. With the same versions, the same facts give the same review. Use
    /// <see cref="DecisionTable{TFacts,TAdvice}.WithVersion"/> to distinguish a table with changed rules from the library's.</summary>
    public IReadOnlyDictionary<string, string> Versions =>
        All.ToDictionary(model => model.Id, model => model.Version, StringComparer.Ordinal);

    /// <summary>Returns the library's models for the currency of a portfolio.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <returns>The models.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="portfolio"/> is null.</exception>
    public static ReviewModels For(Portfolio portfolio)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        var models = portfolio.KeyAccountPurchases is { } threshold
            ? new ReviewModels
            {
                Value = AccountValue.In(threshold), ProspectPriority = Prospects.Prospecting.In(threshold),
                Materiality = threshold / MaterialPart,
            }
            : new();
        models = models with { PersonalFactsMonths = portfolio.PersonalFactsMonths };
        return portfolio.Materiality is { } material ? models with { Materiality = material } : models;
    }

    /// <summary>Returns the same models with one replaced by another of the same id; a model with a new id is added. A topic of your own is
    /// added with its models, and its findings are asked from then on.</summary>
    /// <param name="model">The model, or the topic.</param>
    /// <returns>The models; the present ones do not change.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="ArgumentException">The model with that id has another type.</exception>
    public ReviewModels With(IModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (Array.Find(Slots, slot => slot.Read(this).Id == model.Id) is { } slot)
        {
            return slot.Replace(this, model) ?? throw new ArgumentException(
                $"model '{model.Id}' is a {model.GetType()}; a review needs a {slot.Read(this).GetType()} of that id.", nameof(model));
        }

        var own = _own.Any(known => known.Id == model.Id)
            ? ValueList.Of(_own.Select(known => known.Id == model.Id ? model : known))
            : ValueList.Of(_own.Append(model));
        return this with { _own = own, _ownTopics = ValueList.Of(own.OfType<AccountTopic>()) };
    }

    /// <summary>Returns the model that replaces a library model. A topic of your own reads its scorecards and tables through this method,
    /// so that settings and a host can replace them.</summary>
    /// <typeparam name="TModel">The type of the model.</typeparam>
    /// <param name="ready">The library model.</param>
    /// <returns>The model of the same id that <see cref="With(IModel)"/> has put in its place; the library model if there is
    /// none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ready"/> is null.</exception>
    /// <exception cref="ArgumentException">The model with that id has another type.</exception>
    public TModel Of<TModel>(TModel ready)
        where TModel : class, IModel
    {
        ArgumentNullException.ThrowIfNull(ready);
        var model = _own.FirstOrDefault(known => known.Id == ready.Id)
            ?? Array.Find(Slots, slot => slot.Read(this).Id == ready.Id)?.Read(this) ?? ready;
        return model as TModel ?? throw new ArgumentException(
            $"model '{ready.Id}' is a {model.GetType()}; a {typeof(TModel)} with that id is needed.", nameof(ready));
    }

    /// <summary>Returns the same models with settings of scorecards.</summary>
    /// <param name="settings">Settings by the ids of their scorecards.</param>
    /// <returns>The tuned models.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is null.</exception>
    /// <exception cref="InvalidModelException">A model does not exist, or its settings are invalid; the exception holds all faults with
    /// their paths.</exception>
    public ReviewModels With(IReadOnlyDictionary<string, ScorecardSettings> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return With(new ModelSettings { Scorecards = settings });
    }

    /// <summary>Returns the same models with settings. A library model that no review uses is added to the list when it is tuned.</summary>
    /// <param name="settings">Settings by the ids of their models, as <see cref="SettingsFile"/> reads them.</param>
    /// <returns>The tuned models.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is null.</exception>
    /// <exception cref="InvalidModelException">A model does not exist, or its settings are invalid; the exception holds all faults with
    /// their paths.</exception>
    public ReviewModels With(ModelSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        IModel[] known =
        [
            .. All.Concat(ModelCatalog.All).DistinctBy(model => model.Id, StringComparer.Ordinal)
                .Where(model => model is IScorecard or IDecisionTable or ITunableModel)
                .OrderBy(model => model is IScorecard ? 0 : model is IDecisionTable ? 1 : 2),
        ];
        var ids = string.Join(", ", known.Select(model => model.Id));
        List<ModelFault> faults =
        [
            .. settings.Ids.Where(id => !Array.Exists(known, model => model.Id == id))
                .Select(id => new ModelFault($"[\"{id}\"]", $"there is no such model; it must be one of {ids}")),
        ];
        var tuned = this;
        var asked = settings.Ids.ToHashSet(StringComparer.Ordinal);
        foreach (var model in known.Where(model => asked.Contains(model.Id)))
        {
            try
            {
                if (settings.Fit(model))
                    tuned = tuned.With(settings.ApplyTo(model));
                else
                    faults.Add(new($"[\"{model.Id}\"]", $"these are settings of another kind of model; it is {KindOf(model)}"));
            }
            catch (InvalidModelException e)
            {
                faults.AddRange(e.Faults.Select(fault => new ModelFault(
                    fault.Path is "$" ? $"[\"{model.Id}\"]"
                        : fault.Path.StartsWith('[') ? $"[\"{model.Id}\"]{fault.Path}" : $"[\"{model.Id}\"].{fault.Path}", fault.Message)));
            }
        }

        return faults.Count == 0 ? tuned : throw new InvalidModelException("settings", faults);
    }

    private static string KindOf(IModel model) => model switch
    {
        IScorecard => "a scorecard: criteria, groups, bands, caps",
        IDecisionTable => "a decision table: rules, hitPolicy, priorities",
        _ => "a model of numbers",
    };

    // A model of a topic stands behind it, unless somebody has put one of his own in its place.
    private IEnumerable<IModel> Own => _own
        .SelectMany(model => model is AccountTopic topic
            ? topic.OwnModels.Where(part => _own.All(known => known.Id != part.Id)).Prepend(model)
            : [model])
        .DistinctBy(model => model.Id, StringComparer.Ordinal);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The number of models.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{All.Count} models, materiality {Materiality}");
}
