<?php
/**
 * Installs a WordPress for trying snippets, makes its users, and posts what it reads from standard input.
 *
 * Usage: php wordpress.php FOLDER ADDRESS THEME < posts.json, with posts of {name, role, content}. Prints {name: {link, saved, error}}.
 */
// WordPress has variables of its own, such as $post.
[, $host_folder, $host_address, $host_theme] = $argv;
$_SERVER['HTTP_HOST'] = parse_url( $host_address, PHP_URL_HOST ) . ':' . parse_url( $host_address, PHP_URL_PORT );
$_SERVER['REQUEST_METHOD'] = 'POST';
define( 'WP_INSTALLING', ! file_exists( "$host_folder/installed" ) );
require "$host_folder/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
if ( WP_INSTALLING ) {
	wp_install( 'Host', 'admin', 'admin@example.org', true, '', 'admin' );
	foreach ( array( 'editor', 'author', 'contributor' ) as $role ) {
		wp_insert_user( array( 'user_login' => $role, 'user_pass' => $role, 'role' => $role, 'user_email' => "$role@example.org" ) );
	}
	update_option( 'home', $host_address );
	update_option( 'siteurl', $host_address );
	// All posts are in the feed, with their whole content.
	update_option( 'posts_per_rss', 200 );
	touch( "$host_folder/installed" );
	echo "{}\n";
	exit;
}
switch_theme( $host_theme );
$made = array();
foreach ( json_decode( file_get_contents( 'php://stdin' ), true ) as $pasted ) {
	wp_set_current_user( get_user_by( 'login', $pasted['role'] )->ID );
	// The request by which the block editor saves. The classic editor calls the same functions.
	$request = new WP_REST_Request( 'POST', '/wp/v2/posts' );
	$request->set_body_params( array( 'title' => $pasted['name'], 'content' => $pasted['content'], 'status' => 'publish' ) );
	$answer = rest_do_request( $request );
	$data = $answer->get_data();
	$made[ $pasted['name'] ] = $answer->is_error()
		? array( 'error' => $data['message'] ?? 'refused' )
		: array( 'link' => $data['link'], 'saved' => $data['content']['raw'] ?? get_post( $data['id'] )->post_content );
}
echo json_encode( $made ), "\n";
