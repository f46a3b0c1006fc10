using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using KeyAccount.Core.DependencyInjection;
using KeyAccount.Core.DependencyInjection.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KeyAccount.Core.AspNetCore.Tests;

/// <summary>A service with the endpoints of the package, on a free port of this machine, with settings that can be changed.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Settings _settings;

    private Service(WebApplication app, Settings settings, ConcurrentQueue<string> log)
    {
        (_app, _settings, Log) = (app, settings, log);
        Client = new() { BaseAddress = new(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public ConcurrentQueue<string> Log { get; }

    public static async Task<Service> Start(
        string settings = "{}", Action<KeyAccountBuilder>? add = null, Action<IServiceCollection>? services = null,
        Action<WebApplication>? map = null, Action<KeyAccountEndpointOptions>? limits = null,
        bool hasTenants = true)
    {
        var (source, log) = (new Settings(settings), new ConcurrentQueue<string>());
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = Environments.Production });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.AddProvider(new LogOf(log));
        ((IConfigurationBuilder)builder.Configuration).Add(source);
        builder.Services.AddRoutingCore();
        var models = builder.Services.AddKeyAccount(builder.Configuration.GetSection("KeyAccount")).AddAspNetCore();
        add?.Invoke(models);
        builder.Services.AddHealthChecks().AddKeyAccount();
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseRouting();
        app.MapHealthChecks("/health");
        app.MapKeyAccount(limits);
        if (hasTenants)
            app.MapGroup("/tenants/{tenant}").MapKeyAccount(limits);
        map?.Invoke(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, source, log);
    }

    public void Change(string json) => _settings.Change(json);

    public async Task<Answer> Get(string path, string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await Send(request, language);
    }

    public async Task<Answer> Post(string path, string json, string? language = null, string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } },
        };
        return await Send(request, language);
    }

    /// <summary>Asks, and sees that it is a problem without a stack trace.</summary>
    public async Task<JsonNode> Refuses(string path, string json, int status, string? word = null, string type = "application/json")
    {
        var answer = await Post(path, json, type: type);
        ((int)answer.Status, answer.Type).Should().Be((status, "application/problem+json"), answer.Body);
        answer.Body.Should().NotContain("   at ").And.NotContain("System.");
        if (!string.IsNullOrEmpty(word))
            answer.Json.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
                .Should().Contain(word);
        ((int)answer.Json["status"]!).Should().Be(status);
        ((string)answer.Json["title"]!).Should().NotBeNullOrEmpty();
        return answer.Json;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private async Task<Answer> Send(HttpRequestMessage request, string? language)
    {
        if (language is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return new(
            response.StatusCode, response.Content.Headers.ContentType?.MediaType,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            string.Join(',', response.Content.Headers.ContentLanguage));
    }

    /// <summary>An answer over HTTP.</summary>
    internal sealed record Answer(HttpStatusCode Status, string? Type, string Body, string Language)
    {
        public JsonNode Json => JsonNode.Parse(Body)!;

        public Answer IsOk()
        {
            Status.Should().Be(HttpStatusCode.OK, Body);
            return this;
        }
    }

    private sealed class LogOf(ConcurrentQueue<string> log) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                log.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
        }

        public void Dispose()
        {
        }
    }
}
