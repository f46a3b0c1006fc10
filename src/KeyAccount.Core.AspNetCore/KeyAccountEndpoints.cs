using System.Reflection;
using System.Text.Json;
using KeyAccount.Core.DependencyInjection;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KeyAccount.Core.AspNetCore;

/// <summary>The endpoints of the package: one for each thing that models can be asked, by posted facts.</summary>
internal sealed class KeyAccountEndpoints(RouteGroupBuilder group, KeyAccountEndpointOptions limits)
{
    private const string Json = "application/json";
    private const string ProblemJson = "application/problem+json";

    // Of two facts together the best ways are found in milliseconds, of three in seconds.
    private const int MostFacts = 2;

    private static readonly MethodInfo ScorecardMapper =
        typeof(KeyAccountEndpoints).GetMethod(nameof(MapScorecard), BindingFlags.NonPublic | BindingFlags.Instance)!;

    private static readonly MethodInfo TableMapper =
        typeof(KeyAccountEndpoints).GetMethod(nameof(MapTable), BindingFlags.NonPublic | BindingFlags.Instance)!;

    /// <summary>Maps all of them.</summary>
    /// <param name="models">Every model that any tenant has; a request finds those of its own tenant.</param>
    public void Map(IEnumerable<IModel> models)
    {
        MapModels();
        MapGrading();
        foreach (var model in models)
        {
            var mapper = model is IScorecard ? ScorecardMapper : model is IDecisionTable ? TableMapper : null;
            if (mapper is not null && model.GetType() is { IsGenericType: true } type)
                mapper.MakeGenericMethod(type.GetGenericArguments()).Invoke(this, [model.Id]);
        }

        MapReview();
        MapImpact();

        // A model that nobody has is said to be missing, with those that there are.
        foreach (var (path, kind) in new[]
            {
                ("assess", typeof(IScorecard)), ("explain", typeof(IScorecard)), ("decide", typeof(IDecisionTable)),
            })
        {
            Post($"/{path}/{{model}}", with => Task.FromResult(with.UnknownModel(kind))).ExcludeFromDescription();
        }
    }

    private void MapModels() => Described<IReadOnlyList<ModelEntry>>(
        group.MapGet("/models", Answering(with =>
        {
            using var activity = with.Begin("models");
            return Task.FromResult<IResult>(TypedResults.Json(with.Models.Models
                .Where(model => model is IScorecard or IDecisionTable)
                .Select(model => new ModelEntry(
                    model.Id, model.Version, model is IScorecard ? ModelKind.Scorecard : ModelKind.DecisionTable))
                .ToArray()));
        })),
        "The scorecards and decision tables that can be asked, with their versions.");

    private void MapGrading() => Described<GradingQuestion, GradingAnswer>(
        Post("/grade", async with =>
        {
            var question = Checked(PostedJson.Read<GradingQuestion>(await with.Read(), with.TypeOf(typeof(GradingQuestion))));
            with.Admit(question.Accounts.Count);
            using var activity = with.Begin("grade");
            var since = with.Telemetry.Now;
            var cuts = question is { A: { } a, B: { } b } ? new ParetoCuts(a, b) : null;
            var grading = Pareto.Grade(question.Accounts, account => account.Revenue, cuts, question.Rule);
            var answer = new GradingAnswer(
                [
                    .. grading.Accounts.Select(graded => new GradedAccount(
                        graded.Account.Id, graded.Revenue, graded.Share, graded.CumulativeShare, graded.Rank, graded.Tier)),
                ],
                grading.Total,
                grading.Gini);
            with.Telemetry.Done("grade", question.Accounts.Count, since);
            return TypedResults.Json(answer);
        }),
        "Grade accounts by revenue into A, B and C (Pareto), exactly.");

    private void MapScorecard<TFacts, TBand>(string id)
        where TFacts : notnull
        where TBand : class
    {
        Described<TFacts, Assessment<TBand>>(
            Post($"/assess/{id}", async with =>
            {
                if (with.Find<Scorecard<TFacts, TBand>>(id, out var problem) is not { } card)
                    return problem!;
                var facts = (TFacts)await with.ReadFacts(card);
                using var activity = with.Begin("assess", card);
                return TypedResults.Json(card.Assess(facts));
            }),
            $"Score an account by {id}, with what each criterion and each cap contributes.");
        Described<TFacts, Explanation<TBand>>(
            Post($"/explain/{id}", async with =>
            {
                if (with.Find<Scorecard<TFacts, TBand>>(id, out var problem) is not { } card)
                    return problem!;
                var facts = (TFacts)await with.ReadFacts(card);
                using var activity = with.Begin("explain", card);
                var assessment = card.Assess(facts);
                var next = card.Bands.Above(assessment.Band);
                var ways = next is null ? [] : card.PathsTo(facts, next, mostFacts: MostFacts);
                return TypedResults.Json(new Explanation<TBand>(
                    assessment, ways, card.Describe(assessment, ways, with.TellLanguage())));
            }),
            $"Explain the rating of an account by {id}: what it is made of, and the ways to the next band.");
    }

    private void MapTable<TFacts, TAdvice>(string id)
        where TFacts : notnull => Described<TFacts, DecisionAnswer<TAdvice>>(
        Post($"/decide/{id}", async with =>
        {
            if (with.Find<DecisionTable<TFacts, TAdvice>>(id, out var problem) is not { } table)
                return problem!;
            var facts = (TFacts)await with.ReadFacts(table);
            using var activity = with.Begin("decide", table);
            var decision = table.Decide(facts);
            return TypedResults.Json(new DecisionAnswer<TAdvice>(decision, decision.Describe(with.TellLanguage())));
        }),
        $"Ask the decision table {id}: what it advises, and why.");

    private void MapReview() => Described<Portfolio, ReviewAnswer>(
        Post("/review", async with =>
        {
            var portfolio = Portfolio.FromJson(await with.Read());
            with.Admit(portfolio.Accounts.Count);
            using var activity = with.Begin("review");
            var since = with.Telemetry.Now;
            var run = new AccountReviewer(PortfolioModels.Of(with.Models.Review, portfolio)).Begin(portfolio);
            var review = run.ToReview(null, _ => with.Ends.ThrowIfCancellationRequested());
            with.Telemetry.Done("review", portfolio.Accounts.Count, since);
            return TypedResults.Json(new ReviewAnswer(review, review.Describe(with.TellLanguage())));
        }),
        "Review a portfolio: what is at stake, what to do next, what is not known.");

    private void MapImpact() => Described<ImpactQuestion, ImpactAnswer>(
        Post("/impact", async with =>
        {
            var (portfolio, settings) = PostedJson.ReadImpact(await with.Read());
            with.Admit(portfolio.Accounts.Count);
            using var activity = with.Begin("impact");
            var since = with.Telemetry.Now;
            var before = PortfolioModels.Of(with.Models.Review, portfolio);
            var after = PostedJson.OfSettings(() => before.With(settings));
            var impact = ModelImpact.Between(
                new AccountReviewer(before).Begin(portfolio), new AccountReviewer(after).Begin(portfolio), before, after,
                _ => with.Ends.ThrowIfCancellationRequested());
            with.Telemetry.Done("impact", portfolio.Accounts.Count, since);
            return TypedResults.Json(new ImpactAnswer(impact, impact.Describe(with.TellLanguage(), Detail.Full)));
        }),
        "Compare the models in force with others on the same portfolio: who moves, with what money at stake, and why.");

    private RouteHandlerBuilder Post(string path, Func<Conversation, Task<IResult>> answer) => group.MapPost(path, Answering(answer));

    private Delegate Answering(Func<Conversation, Task<IResult>> answer) =>
        (HttpContext context) => Conversation.Answer(context, limits, answer);

    private static GradingQuestion Checked(GradingQuestion question)
    {
        var faults = new List<ModelFault>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < question.Accounts.Count; i++)
        {
            var id = question.Accounts[i].Id;
            if (string.IsNullOrWhiteSpace(id))
                faults.Add(new(FormattableString.Invariant($"accounts[{i}].id"), "it is blank"));
            else if (!seen.Add(id))
                faults.Add(new(FormattableString.Invariant($"accounts[{i}].id"), $"{id} is duplicated"));
        }

        if (question.A is null != question.B is null)
            faults.Add(new(question.A is null ? "a" : "b", "it is missing; give both a and b, or neither"));
        return faults.Count == 0 ? question : throw new InvalidModelException("grading", faults);
    }

    private static void Described<TQuestion, TAnswer>(RouteHandlerBuilder endpoint, string summary)
        where TQuestion : notnull
    {
        Described<TAnswer>(endpoint, summary);
        endpoint.Accepts<TQuestion>(Json);
        foreach (var status in (int[])
            [
                StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType,
                StatusCodes.Status503ServiceUnavailable,
            ])
            endpoint.Produces<FaultProblem>(status, ProblemJson);
    }

    private static void Described<TAnswer>(RouteHandlerBuilder endpoint, string summary) =>
        endpoint.WithSummary(summary).Produces<TAnswer>(StatusCodes.Status200OK, Json)
            .Produces<FaultProblem>(StatusCodes.Status404NotFound, ProblemJson);
}
