using System.Diagnostics;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace KeyAccount.Core.AspNetCore;

/// <summary>What the library throws, as problem details.</summary>
internal static class Problems
{
    private static readonly Assembly Core = typeof(InvalidModelException).Assembly;

    /// <summary>The problem of an exception; null for one that is no fault of what was sent.</summary>
    public static ProblemDetails? Of(Exception exception) => exception switch
    {
        InvalidModelException faulty => FaultProblem.Of(
            StatusCodes.Status400BadRequest,
            "What was sent has faults.",
            faulty.Faults is [var only] ? only.ToString() : FormattableString.Invariant($"{faulty.Faults.Count} faults are listed."),
            faulty.Faults),
        BadHttpRequestException bad => FaultProblem.Of(
            bad.StatusCode,
            bad is TooManyAccountsException ? "There are too many accounts."
                : bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? "The body is too long."
                : "The request cannot be read.",
            Reason(bad.InnerException ?? bad)),
        ArgumentException or OverflowException when IsOfCore(exception) => FaultProblem.Of(
            StatusCodes.Status400BadRequest, "A value is not allowed.", Reason(exception)),
        _ => null,
    };

    // Who calls the library wrongly is told by it, and who sends a body whose values it refuses; what other code refuses is a fault of the
    // service.
    private static bool IsOfCore(Exception exception) =>
        exception.GetType().Assembly == Core
        || Array.Exists(
            new StackTrace(exception).GetFrames(),
            frame => frame.GetMethod()?.DeclaringType is { } type && (type.Assembly == Core || type == typeof(HttpRequestJsonExtensions)));

    private static string Reason(Exception exception) => exception.Message.Split(" (Parameter", 2)[0];
}
