using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Rules;
using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>One topic of the review, whole: what it takes of the account file, what the rooms judge of it, what is found and to be done,
/// and what it tells a reader.</summary>
/// <remarks>
/// <para>Each ready topic stands in one file of <c>Reviews/Topics</c>, with its members of <see cref="AccountFile"/>,
/// <see cref="AccountReview"/>, <see cref="ReviewFacts"/> and <see cref="ReviewModels"/>. A topic of your own derives from
/// <see cref="AccountTopic{TPart,TJudgement}"/> and joins by <see cref="ReviewModels.With(IModel)"/>.</para>
/// <para>Immutable and safe to share between threads.</para>
/// </remarks>
public abstract class AccountTopic
{
    private protected AccountTopic(ReviewTopic topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        Topic = topic;
    }

    /// <summary>The ready topics. They judge in this order, each after those whose answers it reads; it is also the order of findings that
    /// put as much at stake.</summary>
    public static IReadOnlyList<AccountTopic> Ready { get; } =
    [
        new TrendTopic(),
        new ContractTopic(),
        new SwitchingCostTopic(),
        new CompetitorBarrierTopic(),
        new EarlyWarningTopic(),
        new DevelopmentTopic(),
        new SatisfactionTopic(),
        new QuotationTopic(),
        new PipelineTopic(),
        new TendersTopic(),
        new ServicesTopic(),
        new NeedsTopic(),
        new ProspectTopic(),
        new LifetimeValueTopic(),
        new LoyaltyTopic(),
        new WhiteSpaceTopic(),
        new CompetitionTopic(),
        new StakeholdersTopic(),
        new StrategyTopic(),
        new RelationshipTopic(),
        new CooperationTopic(),
        new ActivitiesTopic(),
        new AccountValueTopic(),
        new PurchasesTopic(),
    ];

    /// <summary>What the topic is called.</summary>
    public ReviewTopic Topic { get; }

    /// <summary>How tables of an export name what the topic takes of the account file: for a ready topic, as its properties of
    /// <see cref="AccountFile"/> declare it.</summary>
    public virtual IReadOnlyList<AccountColumn> Columns => AccountParts.ColumnsOf(Topic.Order, NamedColumns);

    /// <summary>Columns whose title or unit the declaration does not tell.</summary>
    internal virtual IReadOnlyList<AccountColumn> NamedColumns => [];

    /// <summary>Where an account stands, in one line.</summary>
    /// <param name="review">The review of the account.</param>
    /// <param name="reader">For whom.</param>
    /// <returns>The line; null where nothing is known.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public string? Summarise(AccountReview review, TopicReader reader)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(reader);
        return Summary(review, reader);
    }

    /// <summary>Where an account stands, why, and what would bring it further.</summary>
    /// <param name="review">The review of the account.</param>
    /// <param name="reader">For whom.</param>
    /// <returns>Sections with the name of the topic as their key; none where there is nothing to tell.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public IReadOnlyList<Section> Describe(AccountReview review, TopicReader reader)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(reader);
        return [.. Sections(review, reader).Select(section => new Section(section.Heading, section.Blocks, Topic.Name))];
    }

    /// <summary>The ready topic of a name; null for one of somebody's own.</summary>
    internal static AccountTopic? Of(ReviewTopic topic)
    {
        foreach (var ready in Ready)
        {
            if (ready.Topic == topic)
                return ready;
        }

        return null;
    }

    /// <summary>Whether every account can be asked whether the topic is known; false where there may be nothing to know.</summary>
    internal virtual bool IsCovered => true;

    /// <summary>The models of a ready topic, as properties of <see cref="ReviewModels"/>.</summary>
    internal virtual IReadOnlyList<ModelSlot> Slots => [];

    /// <summary>How JSON reads the part of a topic of somebody's own; null for a ready topic, whose parts stand in the account
    /// file.</summary>
    internal virtual JsonTypeInfo? PartType => null;

    /// <summary>Reads the part of a topic of somebody's own, so that its faults are found.</summary>
    internal virtual void CheckPart(AccountFile account) { }

    /// <summary>Models of a topic of somebody's own.</summary>
    internal virtual IReadOnlyList<IModel> OwnModels => [];

    /// <summary>What is wrong with what the topic takes of an account file, beyond the form of its parts.</summary>
    internal virtual void Check(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults) { }

    /// <summary>What is wrong with the amounts of the topic among each other, once they are in one currency.</summary>
    internal virtual void CheckAmounts(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults) { }

    /// <summary>The currencies that amounts of the topic state; null for one that states none.</summary>
    internal virtual IEnumerable<string?> Currencies(AccountFile account) => [];

    /// <summary>Converts the amounts that the topic takes of an account file.</summary>
    /// <param name="converted">The account with what the topics before this one have converted.</param>
    /// <param name="account">The account as it stands in the file.</param>
    /// <param name="converter">Converts an amount.</param>
    internal virtual AccountFile Convert(AccountFile converted, AccountFile account, AmountConverter converter) => converted;

    /// <summary>Adds what rolls up from the members of a group to its head.</summary>
    internal virtual AccountFile RollUp(AccountFile rolled, AccountGroup group, LocalDate asOf) => rolled;

    /// <summary>Adds what the rooms say to a review that has the answers of the topics before this one.</summary>
    internal abstract AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models);

    /// <summary>Adds what findings and actions are decided by.</summary>
    internal virtual ReviewFacts AddFacts(ReviewFacts facts, AccountReview review) => facts;

    /// <summary>Whether enough is known for the room to judge.</summary>
    internal abstract bool IsKnown(AccountReview review);

    /// <summary>Whether enough is known to say that little is at stake where nothing is found.</summary>
    internal virtual bool CanTellRisk(AccountReview review) => IsKnown(review);

    /// <summary>Adds the rules of a ready topic to the table of findings.</summary>
    internal virtual void AddFindings(DecisionTableBuilder<ReviewFacts, Stake> table) { }

    /// <summary>Adds the rules of a ready topic to the table of actions.</summary>
    internal virtual void AddActions(DecisionTableBuilder<ActionFacts, ActionPlan> table) { }

    /// <summary>The ids of what a finding is about.</summary>
    internal virtual IEnumerable<string> SubjectsOf(Stake stake, AccountReview review) => [];

    /// <summary>Where the account stands, in one line.</summary>
    internal abstract string? Summary(AccountReview review, TopicReader reader);

    /// <summary>What there is to tell beyond the line.</summary>
    internal virtual IEnumerable<Section> Sections(AccountReview review, TopicReader reader) => [];

    /// <summary>The rules by which a topic of somebody's own finds.</summary>
    internal virtual IEnumerable<string> OwnRules(ReviewModels models) => [];

    /// <summary>What a topic of somebody's own finds.</summary>
    internal virtual IEnumerable<Finding> Find(AccountReview review, ReviewFacts facts, ReviewModels models) => [];
}

/// <summary>A topic of your own: its part of the account file, its judgement in the review, its findings with their actions, and its
/// section for a reader, in one class.</summary>
/// <typeparam name="TPart">What it takes of the account file: a record that JSON reads.</typeparam>
/// <typeparam name="TJudgement">What it judges: a record that JSON reads and writes, which findings are decided by.</typeparam>
/// <remarks>
/// <para>In the JSON of an account file the part stands under <c>topics</c> by the name of the topic, and so does the judgement in the JSON
/// of a review. Both have the form that the type information says; a part that has another one is a fault with its path.</para>
/// <para>The topic is a model: add it with <see cref="ReviewModels.With(IModel)"/>, and its version stands beside those of the others. Its
/// scorecards and tables are asked through <see cref="ReviewModels.Of{TModel}"/>, so that settings and a host can replace them.</para>
/// <para>Immutable and safe to share between threads, as what derives from it must be.</para>
/// </remarks>
public abstract class AccountTopic<TPart, TJudgement> : AccountTopic, IModel
    where TPart : class
    where TJudgement : class
{
    private readonly JsonTypeInfo<TPart> _part;
    private readonly JsonTypeInfo<TJudgement> _judgement;

    /// <summary>A topic of your own.</summary>
    /// <param name="topic">What it is called; not a ready topic.</param>
    /// <param name="part">How JSON reads and writes its part of the account file.</param>
    /// <param name="judgement">How JSON reads and writes what it judges.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="topic"/> has the name of a ready topic.</exception>
    protected AccountTopic(ReviewTopic topic, JsonTypeInfo<TPart> part, JsonTypeInfo<TJudgement> judgement)
        : base(topic)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(judgement);
        if (ReviewTopic.Ready.Contains(topic))
            throw new ArgumentException($"topic is '{topic}', which is a ready topic; give yours another name.", nameof(topic));
        _part = part;
        _judgement = judgement;
    }

    /// <summary>The id of the topic among the models: <c>topic.</c> and its name.</summary>
    public string Id => $"topic.{Topic.Name}";

    /// <summary>The version of the topic; name another one where you have changed what it judges.</summary>
    public virtual string Version => "1";

    /// <summary>Defaults that stand in none of its models, with where each comes from.</summary>
    public virtual IEnumerable<ModelDefault> Defaults => [];

    /// <summary>None, where an import is not to fill it; their paths begin with <c>topics.</c> and the name of the topic.</summary>
    public override IReadOnlyList<AccountColumn> Columns => [];

    /// <summary>The scorecards and tables that it asks, but for <see cref="Findings"/>.</summary>
    public virtual IReadOnlyList<IModel> Models => [];

    /// <summary>What there is to say; null for nothing. It is asked where the topic has judged; a finding names its actions, or leaves them
    /// to the table of actions.</summary>
    public virtual DecisionTable<TopicFacts<TJudgement>, Stake>? Findings => null;

    internal override JsonTypeInfo PartType => _part;

    internal override void CheckPart(AccountFile account) => _ = PartOf(account);

    internal override IReadOnlyList<IModel> OwnModels => Findings is null ? Models : [.. Models, Findings];

    /// <summary>Judges an account.</summary>
    /// <param name="part">What the account file holds for the topic; null for nothing.</param>
    /// <param name="account">The account file.</param>
    /// <param name="review">The review with the answers of all ready topics, and of those of your own that were added before this
    /// one.</param>
    /// <param name="models">The models.</param>
    /// <returns>The judgement; null where too little is known.</returns>
    protected abstract TJudgement? Judge(TPart? part, AccountFile account, AccountReview review, ReviewModels models);

    /// <summary>The amount of which a finding with the basis <see cref="StakeBasis.OwnAmount"/> puts a share at stake.</summary>
    /// <param name="facts">What the topic has judged, and what the rooms say.</param>
    /// <returns>The amount in the currency of the portfolio; null where it is not known.</returns>
    protected virtual decimal? AmountOf(TopicFacts<TJudgement> facts) => null;

    /// <summary>The ids of what a finding is about.</summary>
    /// <param name="stake">The finding.</param>
    /// <param name="judgement">What the topic has judged.</param>
    /// <returns>The ids; empty where it is about the account.</returns>
    protected virtual IEnumerable<string> SubjectsOf(Stake stake, TJudgement judgement) => [];

    /// <summary>Where an account stands, in one line.</summary>
    /// <param name="judgement">What the topic has judged.</param>
    /// <param name="reader">For whom.</param>
    /// <returns>The line, in the language of the reader.</returns>
    protected abstract string Summarise(TJudgement judgement, TopicReader reader);

    /// <summary>What there is to tell under the name of the topic; without it, the line of
    /// <see cref="Summarise(TJudgement, TopicReader)"/>.</summary>
    /// <param name="judgement">What the topic has judged.</param>
    /// <param name="reader">For whom.</param>
    /// <returns>Paragraphs, lists, tables and figures, in the language of the reader.</returns>
    protected virtual IReadOnlyList<Block> Describe(TJudgement judgement, TopicReader reader) =>
        [new Paragraph(Summarise(judgement, reader))];

    /// <summary>What an account file holds for the topic.</summary>
    /// <param name="account">The account file.</param>
    /// <returns>The part; null where there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="account"/> is null.</exception>
    /// <exception cref="InvalidModelException">It does not have the form of the part; it holds every fault with its path.</exception>
    public TPart? PartOf(AccountFile account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return Read(account.Topics, _part, "account");
    }

    /// <summary>An account file with a part for the topic.</summary>
    /// <param name="account">The account file.</param>
    /// <param name="part">The part; null for none.</param>
    /// <returns>The file with that part in the place of the one it had.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="account"/> is null.</exception>
    public AccountFile With(AccountFile account, TPart? part)
    {
        ArgumentNullException.ThrowIfNull(account);
        var others = account.Topics.Where(value => value.Topic != Topic);
        return account with { Topics = [.. part is null ? others : others.Append(new(Topic, Written(part, _part)))] };
    }

    /// <summary>What the topic has judged in a review.</summary>
    /// <param name="review">The review, which may come from JSON.</param>
    /// <returns>The judgement; null where too little was known, or the review was made without the topic.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="review"/> is null.</exception>
    /// <exception cref="InvalidModelException">It does not have the form of the judgement; it holds every fault with its path.</exception>
    public TJudgement? JudgementOf(AccountReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return Read(review.Topics, _judgement, "review");
    }

    internal sealed override AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models)
    {
        var judgement = Judge(PartOf(account), account, review, models);
        var value = new TopicValue(Topic, judgement is null ? null : Written(judgement, _judgement));
        return review with { Topics = [.. review.Topics, value] };
    }

    internal sealed override bool IsKnown(AccountReview review) => review.IsKnown(Topic);

    internal sealed override IEnumerable<string> OwnRules(ReviewModels models) =>
        Findings is { } table ? models.Of(table).Rules.Select(rule => rule.Id) : [];

    internal sealed override IEnumerable<Finding> Find(AccountReview review, ReviewFacts facts, ReviewModels models)
    {
        if (Findings is not { } ready || JudgementOf(review) is not { } judgement)
            return [];
        var own = new TopicFacts<TJudgement>(judgement, facts);
        var table = models.Of(ready);
        return AccountFindings.Of(
            table,
            own,
            stake => stake.Basis == StakeBasis.OwnAmount ? AmountOf(own) : facts.AmountOf(stake.Basis),
            stake => SubjectsOf(stake, judgement));
    }

    internal sealed override string? Summary(AccountReview review, TopicReader reader) =>
        JudgementOf(review) is { } judgement ? Summarise(judgement, reader) : null;

    internal sealed override IEnumerable<Section> Sections(AccountReview review, TopicReader reader) =>
        JudgementOf(review) is { } judgement ? [new(Topic.DisplayName(reader.Language), Describe(judgement, reader))] : [];

    private TValue? Read<TValue>(IReadOnlyList<TopicValue> values, JsonTypeInfo<TValue> type, string model)
        where TValue : class
    {
        if (values.FirstOrDefault(value => value.Topic == Topic)?.Json is not { } json)
            return null;
        try
        {
            return CheckedJson.Read(json, type, model);
        }
        catch (InvalidModelException e)
        {
            var path = $"topics[\"{Topic.Name}\"]";
            throw new InvalidModelException(model, [.. e.Faults.Select(fault => fault.Under(path))]);
        }
    }

    // Without blanks, as it comes back from JSON.
    private static string Written<TValue>(TValue value, JsonTypeInfo<TValue> type)
    {
        using var document = JsonSerializer.SerializeToDocument(value, type);
        return RawJsonConverter.Compact(document.RootElement);
    }
}
