using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace KeyAccount.Core.AspNetCore;

/// <summary>Answers with problem details where an endpoint of the host throws what the library refuses.</summary>
internal sealed class KeyAccountExceptionHandler(IProblemDetailsService problems, KeyAccountTelemetry telemetry) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (Problems.Of(exception) is not { } problem)
            return false;
        if (exception is InvalidModelException { Faults.Count: var count })
            telemetry.Refused(count);
        httpContext.Response.StatusCode = problem.Status!.Value;
        return await problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = problem });
    }
}
