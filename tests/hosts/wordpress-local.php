<?php
/**
 * Plugin of the WordPress for trials: lets it ask for addresses on this machine, which it refuses otherwise.
 */
add_filter( 'http_request_host_is_external', '__return_true' );
add_filter( 'http_allowed_safe_ports', fn ( $ports ) => array_merge( $ports, range( 8700, 8799 ) ) );
add_filter( 'automatic_updater_disabled', '__return_true' );
// Nothing on the network is asked for, except on this machine.
add_filter( 'pre_http_request', fn ( $answer, $arguments, $address ) => in_array( parse_url( $address, PHP_URL_HOST ), array( '127.0.0.1', 'localhost' ), true ) ? $answer : new WP_Error( 'offline', 'not asked' ), 10, 3 );
