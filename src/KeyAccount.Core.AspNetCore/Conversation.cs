using System.Diagnostics;
using System.Text.Json.Serialization.Metadata;
using KeyAccount.Core.DependencyInjection;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Reviews;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KeyAccount.Core.AspNetCore;

/// <summary>One request to an endpoint of the package and its answer: whose models, what was sent, within which limits.</summary>
internal sealed class Conversation
{
    /// <summary>The name of the parameter of a route that names a tenant.</summary>
    public const string TenantParameter = "tenant";

    // What nginx calls a client that closed the connection: for logs, nobody reads it.
    private const int ClientClosed = 499;

    private readonly HttpContext _context;
    private readonly KeyAccountEndpointOptions _limits;

    private Conversation(HttpContext context, KeyAccountEndpointOptions limits, TenantModels models, CancellationToken ends)
    {
        (_context, _limits, Models, Ends) = (context, limits, models, ends);
        Telemetry = context.RequestServices.GetRequiredService<KeyAccountTelemetry>();
    }

    /// <summary>The models of the tenant: one state of the settings for the whole answer.</summary>
    public TenantModels Models { get; }

    /// <summary>Says when the client is gone or the time is over.</summary>
    public CancellationToken Ends { get; }

    public KeyAccountTelemetry Telemetry { get; }

    /// <summary>Answers a request; what the library refuses, and what is over a limit, with problem details.</summary>
    public static async Task<IResult> Answer(
        HttpContext context, KeyAccountEndpointOptions limits, Func<Conversation, Task<IResult>> answer)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        ends.CancelAfter(limits.Timeout);
        try
        {
            if (ModelsOf(context) is not { } models)
                return UnknownTenant(context);
            return await answer(new(context, limits, models, ends.Token));
        }
        catch (Exception e) when (
            context.RequestAborted.IsCancellationRequested && e is OperationCanceledException or IOException or BadHttpRequestException)
        {
            return TypedResults.StatusCode(ClientClosed);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            return TypedResults.Problem(FaultProblem.Of(
                StatusCodes.Status503ServiceUnavailable, "The answer took too long.",
                FormattableString.Invariant($"There was no answer after {limits.Timeout.TotalSeconds} seconds; send fewer accounts.")));
        }
        catch (Exception e) when (Problems.Of(e) is not null)
        {
            if (e is InvalidModelException { Faults.Count: var faults })
                context.RequestServices.GetRequiredService<KeyAccountTelemetry>().Refused(faults);
            return TypedResults.Problem(Problems.Of(e)!);
        }
    }

    /// <summary>A model of the tenant; a problem where it has none of that id and type.</summary>
    public TModel? Find<TModel>(string id, out IResult? problem)
        where TModel : class, IModel
    {
        var model = Models.Models.OfType<TModel>().FirstOrDefault(each => each.Id == id);
        problem = model is null ? UnknownModel(typeof(TModel)) : null;
        return model;
    }

    /// <summary>The problem of a model that is not there, or is asked with something else than JSON.</summary>
    public IResult UnknownModel(Type kind)
    {
        var id = _context.GetRouteValue("model") as string ?? _context.Request.Path.Value!.TrimEnd('/').Split('/')[^1];
        if (!_context.Request.HasJsonContentType())
            throw NotJson();
        var isTable = kind.IsAssignableTo(typeof(Rules.IDecisionTable));
        var known = Models.Models.Where(model => isTable ? model is Rules.IDecisionTable : model is Scoring.IScorecard)
            .Select(model => model.Id);
        return TypedResults.Problem(FaultProblem.Of(
            StatusCodes.Status404NotFound,
            "There is no such model.",
            $"There is no {(isTable ? "decision table" : "scorecard")} '{Shown(id)}'; it must be one of {string.Join(", ", known)}."));
    }

    /// <summary>The body, not longer than allowed.</summary>
    public async Task<ReadOnlyMemory<byte>> Read()
    {
        var request = _context.Request;
        if (!request.HasJsonContentType())
            throw NotJson();


        // The limit is ours: the server would close the connection before the answer is there.
        if (_context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
            server.MaxRequestBodySize = null;
        if (request.ContentLength > _limits.MaxBodyBytes)
            throw TooLong();
        using var body = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, _limits.MaxBodyBytes));

        // A read that a token cancels is never over for the server, which would complain.
        using var wakes = Ends.Register(request.BodyReader.CancelPendingRead);
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(CancellationToken.None);
            var isTooLong = body.Length + read.Buffer.Length > _limits.MaxBodyBytes;
            foreach (var piece in isTooLong ? default : read.Buffer)
                body.Write(piece.Span);
            request.BodyReader.AdvanceTo(read.Buffer.End);
            Ends.ThrowIfCancellationRequested();
            if (isTooLong)
                throw TooLong();
            if (read.IsCompleted)
                return body.GetBuffer().AsMemory(0, (int)body.Length);
        }
    }

    /// <summary>The facts of a model, with every fault of them.</summary>
    public async Task<object> ReadFacts(IFactModel model) =>
        ModelFacts.Read(model, await Read(), TypeOf(model.FactsType));

    /// <summary>How the host reads and writes a type.</summary>
    public JsonTypeInfo TypeOf(Type type) =>
        _context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions.GetTypeInfo(type);

    /// <summary>Refuses more accounts than allowed.</summary>
    public void Admit(int accounts)
    {
        if (accounts > _limits.MaxAccounts)
        {
            throw new TooManyAccountsException(accounts, _limits.MaxAccounts);
        }
    }

    /// <summary>The language of the reader, which the answer names.</summary>
    public string TellLanguage() => ReaderLanguage.Tell(_context);

    /// <summary>Begins the activity of an answer.</summary>
    public Activity? Begin(string operation, IModel? model = null) =>
        KeyAccountTelemetry.Begin(operation, model?.Id, model?.Version, Models.Tenant);

    private static string Shown(string text) => text.Length <= 80 ? text : $"{text.AsSpan(0, 80)}…";

    private BadHttpRequestException NotJson() => new(
        string.IsNullOrEmpty(_context.Request.ContentType) ? "There is no content type; it must be application/json."
            : $"The content type is '{Shown(_context.Request.ContentType)}'; it must be application/json.",
        StatusCodes.Status415UnsupportedMediaType);

    private BadHttpRequestException TooLong() => new(
        FormattableString.Invariant($"The body is longer than {_limits.MaxBodyBytes} bytes, which is the limit."),
        StatusCodes.Status413PayloadTooLarge);

    // A route that names a tenant asks for that one and no other; without one, the host says whose models a scope works with.
    private static TenantModels? ModelsOf(HttpContext context)
    {
        if (context.GetRouteValue(TenantParameter) is not string tenant)
            return context.RequestServices.GetRequiredService<TenantModels>();
        var models = context.RequestServices.GetRequiredService<KeyAccountModels>().For(tenant);
        return models.Tenant is null ? null : models;
    }

    // Who asks is not told who else is there.
    private static IResult UnknownTenant(HttpContext context) => TypedResults.Problem(FaultProblem.Of(
        StatusCodes.Status404NotFound,
        "There is no such tenant.",
        $"There is no tenant '{Shown((string)context.GetRouteValue(TenantParameter)!)}'; use the name that the service gave you."));
}
